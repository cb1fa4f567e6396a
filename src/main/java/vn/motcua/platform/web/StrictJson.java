package vn.motcua.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON text in UTF-8, read once, within bounds. */
final class StrictJson {

    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .maxTokenCount(200_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    static JsonNode read(byte[] bytes) {
        try {
            return READER.readTree(text(bytes));
        } catch (JacksonException refused) {
            throw new Problem(isDuplicate(refused) ? ProblemType.DUPLICATE_MEMBER : ProblemType.MALFORMED_JSON);
        }
    }

    /** Decoded strictly here, since the parser would replace or let pass what is not UTF-8. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Problem(ProblemType.MALFORMED_JSON);
        }
    }

    /** The parser has no type of its own for this. */
    private static boolean isDuplicate(JacksonException refused) {
        return refused.getOriginalMessage().startsWith("Duplicate Object property");
    }
}
