package vn.motcua.platform.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What no schema says: characters that no text may hold, and numbers that no double can. */
final class TextRules {

    private static final int LARGEST_SCALE = 400;

    private final List<FieldError> errors = new ArrayList<>();

    private TextRules() {}

    static List<FieldError> errors(JsonNode tree) {
        var rules = new TextRules();
        rules.check(tree, "");
        return rules.errors;
    }

    private void check(JsonNode value, String pointer) {
        if (value.isObject()) {
            value.properties().forEach(member -> checkMember(member, pointer));
        } else if (value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                check(value.get(at), pointer + "/" + at);
            }
        } else if (value.isString() && !isPlain(value.stringValue())) {
            errors.add(new FieldError(pointer, "invalid-text"));
        } else if (value.isNumber() && !isOrdinary(value)) {
            errors.add(new FieldError(pointer, "invalid-value"));
        }
    }

    /** A name that may not be written is not repeated either: the error points at its object. */
    private void checkMember(Map.Entry<String, JsonNode> member, String pointer) {
        if (isPlain(member.getKey())) {
            check(member.getValue(), Pointers.append(pointer, member.getKey()));
        } else {
            errors.add(new FieldError(pointer, "invalid-text"));
        }
    }

    private static boolean isOrdinary(JsonNode number) {
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.scale()) <= LARGEST_SCALE && Double.isFinite(value.doubleValue());
    }

    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(TextRules::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            case 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069 -> false;
            default -> !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
        };
    }
}
