package vn.motcua.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** A field that the contract calls nullable is written as null, any other that has no value is left out. */
final class ContractNulls extends JacksonAnnotationIntrospector {

    @Override
    public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
        JsonProperty property = annotated.getAnnotation(JsonProperty.class);
        if (property != null
                && annotated instanceof AnnotatedMember member
                && Contract.isOurs(member.getDeclaringClass())) {
            return isNullable(Contract.schemaName(member.getDeclaringClass()), property.value())
                    ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
                    : JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);
        }
        return super.findPropertyInclusion(config, annotated);
    }

    private static boolean isNullable(String schema, String property) {
        JsonNode field = Contract.schemas().path(schema).path("properties").path(property);
        return Contract.resolved(field).path("nullable").asBoolean(false);
    }
}
