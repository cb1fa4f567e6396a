package vn.motcua.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as packaged with the program. */
final class Contract {

    static final String RESOURCE = "/api-spec/openapi.yaml";

    private static final String PACKAGE = "vn.motcua.contract";
    private static final String SUFFIX = "Dto";
    private static final JsonNode DOCUMENT = load();

    private Contract() {}

    static JsonNode schemas() {
        return DOCUMENT.at("/components/schemas");
    }

    /** The schema of a place: the one that it refers to, or the one that stands there. */
    static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : DOCUMENT.at(reference.substring(1));
    }

    static JsonNode paths() {
        return DOCUMENT.path("paths");
    }

    static boolean isOurs(Class<?> type) {
        return type.getPackageName().equals(PACKAGE) && type.getSimpleName().endsWith(SUFFIX);
    }

    /** The name of the schema from which the class was generated. */
    static String schemaName(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static JsonNode load() {
        try (InputStream file = Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return JsonMapper.shared().valueToTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
