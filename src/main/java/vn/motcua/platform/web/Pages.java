package vn.motcua.platform.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of lists that stand in memory and are the same for every caller; all pages of one list speak of one day. */
@Component
public class Pages {

    private static final String ANYONE = "anyone";

    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * What a caller asked for.
     *
     * @param day the day that the whole list speaks of
     * @param after the key of the last item before the page; empty for the first page
     */
    public record Asked(List<String> audience, LocalDate day, Optional<String> after, int limit) {}

    /**
     * A page.
     *
     * @param next a cursor; null on the last page
     */
    public record Page<T>(List<T> items, @Nullable String next) {}

    /** One filter as its part of the audience; null when the caller did not give it. */
    public static String filter(String name, @Nullable Object value) {
        return value == null ? name : name + "=" + value;
    }

    /**
     * Where a page begins.
     *
     * @param on the day that the caller named
     * @param today what is meant on a first page when the caller named none
     * @throws Problem when the cursor does not open
     */
    public Asked asked(
            String path,
            List<String> filters,
            @Nullable LocalDate on,
            LocalDate today,
            int limit,
            @Nullable String cursor) {
        List<String> audience = Stream.concat(Stream.of(path, ANYONE, filter("on", on)), filters.stream())
                .toList();
        if (cursor == null) {
            return new Asked(audience, on == null ? today : on, Optional.empty(), limit);
        }
        List<String> position = cursors.position(audience, cursor);
        return new Asked(audience, LocalDate.parse(position.getFirst()), Optional.of(position.getLast()), limit);
    }

    /**
     * The page of a list.
     *
     * @param all the whole list as it stands
     * @param key what tells an item from all others
     * @throws Problem when the list no longer has the item that the page begins after
     */
    public <T> Page<T> of(Asked asked, List<T> all, Function<T, ?> key) {
        int from = asked.after().map(last -> indexAfter(last, all, key)).orElse(0);
        int to = Math.min(from + asked.limit(), all.size());
        List<T> items = all.subList(from, to);
        return new Page<>(items, to == all.size() ? null : cursors.seal(asked.audience(), position(asked, items, key)));
    }

    private static <T> List<String> position(Asked asked, List<T> items, Function<T, ?> key) {
        return List.of(asked.day().toString(), String.valueOf(key.apply(items.getLast())));
    }

    private static <T> int indexAfter(String last, List<T> all, Function<T, ?> key) {
        return IntStream.range(0, all.size())
                        .filter(at -> String.valueOf(key.apply(all.get(at))).equals(last))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ProblemType.INVALID_CURSOR))
                + 1;
    }
}
