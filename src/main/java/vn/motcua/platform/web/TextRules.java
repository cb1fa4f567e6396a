package vn.motcua.platform.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.motcua.platform.json.CanonicalJson;

/** What no schema says: characters that a text may not hold where it stands, and numbers that would change when kept. */
final class TextRules {

    private static final int LARGEST_SCALE = 400;
    private static final String LINES = "x-multiline";

    private final List<FieldError> errors = new ArrayList<>();

    private TextRules() {}

    static List<FieldError> errors(String schemaName, JsonNode tree) {
        var rules = new TextRules();
        rules.check(tree, Contract.schemas().path(schemaName), false, "");
        return rules.errors;
    }

    /** @param lines whether texts here and below may have several lines */
    private void check(JsonNode value, JsonNode place, boolean lines, String pointer) {
        JsonNode schema = Contract.resolved(place);
        boolean mayHaveLines = lines || schema.path(LINES).booleanValue(false);
        if (value.isObject()) {
            JsonNode fields = schema.path("properties");
            value.properties()
                    .forEach(member -> checkMember(member, fields.path(member.getKey()), mayHaveLines, pointer));
        } else if (value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                check(value.get(at), schema.path("items"), mayHaveLines, pointer + "/" + at);
            }
        } else if (value.isString() && !PlainText.isPlain(value.stringValue(), mayHaveLines)) {
            errors.add(new FieldError(pointer, "invalid-text"));
        } else if (value.isNumber() && !staysTheSame(value)) {
            errors.add(new FieldError(pointer, "invalid-value"));
        }
    }

    /** A name that may not be written is not repeated either: the error points at its object. */
    private void checkMember(Map.Entry<String, JsonNode> member, JsonNode place, boolean lines, String pointer) {
        if (PlainText.isPlain(member.getKey(), false)) {
            check(member.getValue(), place, lines, Pointers.append(pointer, member.getKey()));
        } else {
            errors.add(new FieldError(pointer, "invalid-text"));
        }
    }

    /** Numbers are kept as doubles: one with more digits, or past a double's reach, would come back as another. */
    private static boolean staysTheSame(JsonNode number) {
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.scale()) <= LARGEST_SCALE
                && Double.isFinite(value.doubleValue())
                && new BigDecimal(CanonicalJson.write(number)).compareTo(value) == 0;
    }
}
