package vn.motcua.platform.json;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one text that a JSON value has (RFC 8785), so that equal values have equal digests. */
public final class CanonicalJson {

    private static final String NO_OBJECT = "Not one JSON object";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @param value a Jackson tree, or maps, lists, texts, numbers and booleans
     * @throws IllegalArgumentException for what JSON's common denominator (RFC 7493) lacks: numbers past a double's
     *     reach, halves of surrogate pairs
     */
    public static String write(Object value) {
        var text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    /**
     * The members of an object, as maps, lists, texts, numbers and booleans.
     *
     * @param text one JSON object and nothing else, no name standing twice in it; its order and spaces do not matter
     * @throws IllegalArgumentException when it is not that
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String text) {
        try {
            Map<String, Object> members = STRICT.readValue(text, Map.class);
            if (members != null) {
                return members;
            }
        } catch (JacksonException refused) {
            throw new IllegalArgumentException(NO_OBJECT, refused);
        }
        throw new IllegalArgumentException(NO_OBJECT);
    }

    /** What facts are made of is written as it stands; all else goes through Jackson's tree. */
    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case String string -> CanonicalText.append(text, string);
            case Integer number -> text.append(number.intValue());
            case Boolean truth -> text.append(truth.booleanValue());
            case Map<?, ?> object when hasTextKeys(object) -> appendObject(text, object);
            case List<?> array -> appendArray(text, array);
            case JsonNode tree -> appendTree(text, tree);
            case null -> text.append("null");
            default -> appendTree(text, JSON.valueToTree(value));
        }
    }

    private static boolean hasTextKeys(Map<?, ?> object) {
        for (Object key : object.keySet()) {
            if (!(key instanceof String)) {
                return false;
            }
        }
        return true;
    }

    /** Members stand in the order of their names' UTF-16 units, which is how Java compares strings. */
    private static void appendObject(StringBuilder text, Map<?, ?> object) {
        String[] names = object.keySet().toArray(String[]::new);
        Arrays.sort(names);
        text.append('{');
        for (int at = 0; at < names.length; at++) {
            text.append(at == 0 ? "" : ",");
            CanonicalText.append(text, names[at]);
            text.append(':');
            append(text, object.get(names[at]));
        }
        text.append('}');
    }

    private static void appendArray(StringBuilder text, List<?> array) {
        text.append('[');
        for (Iterator<?> items = array.iterator(); items.hasNext(); ) {
            append(text, items.next());
            text.append(items.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private static void appendTree(StringBuilder text, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> appendObject(text, value);
            case ARRAY -> appendArray(text, value);
            case STRING -> CanonicalText.append(text, value.stringValue());
            case NUMBER -> text.append(CanonicalNumber.of(value.numberValue().doubleValue()));
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL -> text.append("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("Not a JSON value: " + value.getNodeType());
        }
    }

    private static void appendArray(StringBuilder text, JsonNode array) {
        text.append('[');
        for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); ) {
            appendTree(text, items.next());
            text.append(items.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private static void appendObject(StringBuilder text, JsonNode object) {
        text.append('{');
        var sorted =
                object.properties().stream().sorted(Map.Entry.comparingByKey()).iterator();
        while (sorted.hasNext()) {
            Map.Entry<String, JsonNode> member = sorted.next();
            CanonicalText.append(text, member.getKey());
            text.append(':');
            appendTree(text, member.getValue());
            text.append(sorted.hasNext() ? "," : "");
        }
        text.append('}');
    }
}
