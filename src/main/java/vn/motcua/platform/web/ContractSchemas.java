package vn.motcua.platform.web;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.OpenApi30;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges bodies by the contract's own schemas, compiled once. */
@Component
class ContractSchemas {

    private static final String DOCUMENT = "urn:motcua:contract";

    private final Map<String, Schema> byName = new HashMap<>();

    ContractSchemas() {
        var document = JsonMapper.shared().createObjectNode();
        document.putObject("components").set("schemas", Contract.schemas());
        Dialect dialect = Dialect.builder(OpenApi30.getInstance())
                .format(StrictMoments.DAY)
                .format(StrictMoments.MOMENT)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.schemas(Map.of(DOCUMENT, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        for (String name : Contract.schemas().propertyNames()) {
            Schema schema = registry.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/" + name));
            schema.initializeValidators();
            byName.put(name, schema);
        }
    }

    /** True when the schema has a member whose content the contract leaves open. */
    boolean isFree(String schemaName) {
        return Contract.schemas().path(schemaName).path("properties").values().stream()
                .anyMatch(field -> field.path("additionalProperties").booleanValue(false));
    }

    /** Everything that is wrong with the body, in the order of its fields. */
    List<FieldError> errors(String schemaName, JsonNode body) {
        Schema schema = byName.get(schemaName);
        if (schema == null) {
            throw new IllegalArgumentException("The contract has no schema " + schemaName);
        }
        List<FieldError> found = schema.validate(body).stream()
                .map(ContractSchemas::toFieldError)
                .distinct()
                .toList();
        Set<String> wrongTypes = found.stream()
                .filter(error -> error.code().equals(SchemaCodes.WRONG_TYPE))
                .map(FieldError::pointer)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(error -> error.code().equals(SchemaCodes.WRONG_TYPE) || !wrongTypes.contains(error.pointer()))
                .toList();
    }

    private static FieldError toFieldError(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String code = SchemaCodes.of(error);
        return error.getProperty() == null
                ? new FieldError(pointer, code)
                : new FieldError(Pointers.append(pointer, error.getProperty()), code);
    }
}
