package vn.motcua.platform.web;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/** Our stable names for what a schema finds wrong. */
final class SchemaCodes {

    static final String WRONG_TYPE = "wrong-type";

    private static final String OWN_CODE = "x-problem";

    private SchemaCodes() {}

    /** The code that the contract itself gives to a field wins. */
    static String of(Error error) {
        JsonNode own = field(error).path(OWN_CODE);
        if (own.isString()) {
            return own.stringValue();
        }
        return isMoment(error) ? "invalid-date" : ofKeyword(error.getKeyword());
    }

    private static boolean isMoment(Error error) {
        return error.getKeyword().equals("format")
                && field(error).path("format").asString("").startsWith("date");
    }

    private static JsonNode field(Error error) {
        NodePath keyword = error.getSchemaLocation().getFragment();
        JsonNode at = Contract.schemas();
        for (int step = 2; step < keyword.getNameCount() - 1; step++) {
            at = keyword.getElement(step) instanceof Integer index
                    ? at.path(index.intValue())
                    : at.path(keyword.getName(step));
        }
        return at;
    }

    private static String ofKeyword(String keyword) {
        return switch (keyword) {
            case "additionalProperties" -> "unknown-field";
            case "required" -> "missing-field";
            case "type" -> WRONG_TYPE;
            case "maxLength" -> "too-long";
            case "minLength" -> "too-short";
            case "maximum" -> "too-large";
            case "minimum" -> "too-small";
            case "maxItems" -> "too-many";
            case "minItems" -> "too-few";
            case "pattern", "format" -> "invalid-format";
            default -> "invalid-value";
        };
    }
}
