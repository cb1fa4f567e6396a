package vn.motcua.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A refusal on its way to the caller as a problem document (RFC 9457). It has no stack trace: refusing is normal. */
public class Problem extends RuntimeException {

    /** The least level that suffices; the document says it by itself too. */
    static final String REQUIRED = "required";

    /** What came between reading and changing. */
    static final String CHANGED = "changed";

    private static final int MOST_ERRORS = 100;

    private final ProblemType type;
    private final Map<String, Object> arguments;
    private final List<FieldError> errors;
    private final List<String> allowed;
    private final List<String> choices;

    public Problem(ProblemType type) {
        this(type, Map.of(), List.of(), List.of(), List.of());
    }

    private Problem(
            ProblemType type,
            Map<String, Object> arguments,
            List<FieldError> errors,
            List<String> allowed,
            List<String> choices) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.arguments = Map.copyOf(arguments);
        this.errors = List.copyOf(errors);
        this.allowed = List.copyOf(allowed);
        this.choices = List.copyOf(choices);
    }

    /**
     * The wrong fields at once, the first hundred when there are more; when all are wrong in the same way and that has a
     * type of its own, with that type.
     */
    public static Problem fields(List<FieldError> errors) {
        List<String> codes = errors.stream().map(FieldError::code).distinct().toList();
        ProblemType type = codes.size() == 1
                ? fieldType(codes.getFirst()).orElse(ProblemType.INVALID_FIELDS)
                : ProblemType.INVALID_FIELDS;
        Map<String, Object> more = errors.size() > MOST_ERRORS ? Map.of("most", MOST_ERRORS) : Map.of();
        return new Problem(type, more, errors.stream().limit(MOST_ERRORS).toList(), List.of(), List.of());
    }

    /** The wrong parameters of a query at once; at least one, and the detail names the first. */
    public static Problem parameters(List<FieldError> errors) {
        return new Problem(
                ProblemType.INVALID_PARAMETER,
                Map.of("parameter", errors.getFirst().pointer().substring(1)),
                errors,
                List.of(),
                List.of());
    }

    private static Optional<ProblemType> fieldType(String code) {
        return ProblemType.ofSlug(code).filter(type -> type.status() == ProblemType.INVALID_FIELDS.status());
    }

    /** A value that the detail may name, such as {@code day}; never input, never personal data. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Problem(type, more, errors, allowed, choices);
    }

    /** The least level that would suffice. */
    public Problem requiring(int level) {
        return with(REQUIRED, level);
    }

    /** What others changed meanwhile, as the contract shows it. */
    public Problem changed(List<Map<String, Object>> changed) {
        return with(CHANGED, changed);
    }

    /** The steps that can be taken instead. */
    public Problem allowing(List<String> allowed) {
        return new Problem(type, arguments, errors, allowed, choices);
    }

    /** What there is to choose from. */
    public Problem choices(List<String> choices) {
        return new Problem(type, arguments, errors, allowed, choices);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public List<String> allowed() {
        return allowed;
    }

    public List<String> choices() {
        return choices;
    }
}
