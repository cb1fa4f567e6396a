package vn.motcua.platform.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's own judgement of bodies and seal of cursors without HTTP around them, for a twin of it. */
public final class PlainBodies {

    private final ContractSchemas schemas = new ContractSchemas();
    private final ContractBinder binder;

    public PlainBodies(JsonMapper json) {
        binder = new ContractBinder(json);
    }

    /** A body that passed, and the digest by which a repetition is known. */
    public record Judged<T>(T body, String digest) {}

    /** @throws Problem when the contract does not let it pass */
    public <T> Judged<T> judged(byte[] bytes, Class<T> type) {
        String schema = Contract.schemaName(type);
        JsonNode tree = StrictJson.read(bytes, schemas.isFree(schema));
        refuseIfAny(TextRules.errors(schema, tree));
        refuseIfAny(schemas.errors(schema, tree));
        return new Judged<>(type.cast(binder.bind(tree, type)), RequestDigest.of(tree));
    }

    public static Cursors cursors(String key, InstantSource clock) {
        return new Cursors(new CursorProperties(key), clock);
    }

    public static Language language(@Nullable String accepted) {
        return Language.of(accepted);
    }

    private static void refuseIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }
}
