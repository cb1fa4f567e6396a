package vn.motcua.platform.web;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a judged tree into the class generated for its schema. */
@Component
class ContractBinder {

    private final JsonMapper json;

    ContractBinder(JsonMapper json) {
        this.json = json;
    }

    /** What the schema let pass and Java cannot hold is the field's fault, never ours. */
    Object bind(JsonNode tree, Class<?> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException unheld) {
            throw Problem.fields(List.of(new FieldError(pointer(unheld), "invalid-value")));
        }
    }

    private static String pointer(JacksonException unheld) {
        String pointer = "";
        for (JacksonException.Reference step : unheld.getPath()) {
            String name = step.getPropertyName();
            pointer = Pointers.append(pointer, name == null ? String.valueOf(step.getIndex()) : name);
        }
        return pointer;
    }
}
