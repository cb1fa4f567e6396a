package vn.motcua.dossier.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Bodies as plain maps, without what was left out, and back. */
final class Words {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Words() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Object dto) {
        return JSON.convertValue(dto, Map.class);
    }

    static <T> T as(Object words, Class<T> type) {
        return JSON.convertValue(words, type);
    }
}
