package vn.motcua.dossier.application;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of a JSON object, asked for by name and kind.
 *
 * <p>Errors: an {@link IllegalArgumentException} that names the member which is missing or of another kind.
 */
record Members(Map<String, Object> values) {

    String text(String name) {
        return required(name, String.class);
    }

    int number(String name) {
        return required(name, Integer.class);
    }

    Optional<Integer> optionalNumber(String name) {
        return values.containsKey(name) ? Optional.of(number(name)) : Optional.empty();
    }

    long longNumber(String name) {
        return values.get(name) instanceof Integer small ? small : required(name, Long.class);
    }

    Instant moment(String name) {
        return parsed(name, Instant::parse);
    }

    LocalDate day(String name) {
        return parsed(name, LocalDate::parse);
    }

    Optional<LocalDate> optionalDay(String name) {
        return values.containsKey(name) ? Optional.of(day(name)) : Optional.empty();
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return parsed(name, word -> Enum.valueOf(type, word));
    }

    @SuppressWarnings("unchecked")
    Members object(String name) {
        return new Members(required(name, Map.class));
    }

    private <T> T parsed(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw bad(name);
        }
    }

    private <T> T required(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw bad(name);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException bad(String name) {
        return new IllegalArgumentException("member " + name + " is missing or not as it should be");
    }
}
