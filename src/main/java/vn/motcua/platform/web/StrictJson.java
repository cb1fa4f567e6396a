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

    private static final JsonMapper CLOSED = reader(10_000);
    private static final JsonMapper FREE = reader(20_000);

    private StrictJson() {}

    /** A free text may have more parts than one whose every member the contract names. */
    static JsonNode read(byte[] bytes, boolean free) {
        try {
            JsonNode tree = (free ? FREE : CLOSED).readTree(text(bytes));
            if (tree.isMissingNode()) {
                throw new Problem(ProblemType.MALFORMED_JSON);
            }
            return tree;
        } catch (JacksonException refused) {
            throw new Problem(type(refused));
        }
    }

    private static JsonMapper reader(int tokens) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(64)
                                .maxNumberLength(64)
                                .maxNameLength(256)
                                .maxTokenCount(tokens)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
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

    /** The parser has no types of its own for these. */
    private static ProblemType type(JacksonException refused) {
        String said = refused.getOriginalMessage();
        if (said.startsWith("Duplicate Object property")) {
            return ProblemType.DUPLICATE_MEMBER;
        }
        return said.startsWith("Token count") ? ProblemType.PAYLOAD_TOO_LARGE : ProblemType.MALFORMED_JSON;
    }
}
