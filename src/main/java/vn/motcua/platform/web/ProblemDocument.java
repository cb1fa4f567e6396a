package vn.motcua.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The body of a refusal (RFC 9457), as the contract describes it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        URI instance,
        List<Field> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> allowed,
        List<String> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object required,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object changed) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.shared();

    record Field(String pointer, String code, String message) {}

    static ProblemDocument of(Problem problem, int status, UUID requestId, Language language) {
        return new ProblemDocument(
                problem.type().urn(),
                ProblemTexts.title(problem.type(), language),
                status,
                ProblemTexts.detail(problem, language),
                URI.create("urn:uuid:" + requestId),
                problem.errors().stream()
                        .map(error ->
                                new Field(error.pointer(), error.code(), ProblemTexts.message(error.code(), language)))
                        .toList(),
                problem.type() == ProblemType.INVALID_TRANSITION ? problem.allowed() : null,
                problem.choices(),
                problem.arguments().get(Problem.REQUIRED),
                problem.arguments().get(Problem.CHANGED));
    }

    byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }
}
