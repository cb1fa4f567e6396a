package vn.motcua.procedure.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/**
 * A page of a list that is in memory.
 *
 * @param next what the page after it is asked for with; null on the last
 */
record CataloguePage<T>(List<T> items, @Nullable String next) {

    /**
     * Which list for whom.
     *
     * @param audience the list, its filters and its caller
     */
    record Place(
            Cursors cursors,
            List<String> audience,
            int limit,
            @Nullable String cursor) {}

    /**
     * The page after the entry that the cursor names. Should that one be gone meanwhile, the page begins where it stood, so
     * that nothing is passed over.
     *
     * @param key what an entry is known by
     */
    static <T> CataloguePage<T> of(List<T> all, Function<T, String> key, Place place) {
        int from = place.cursor() == null ? 0 : after(all, key, position(place));
        int to = Math.min(all.size(), from + place.limit());
        List<T> items = all.subList(Math.min(from, to), to);
        String next = to < all.size()
                ? place.cursors().seal(place.audience(), List.of(key.apply(all.get(to - 1)), String.valueOf(to - 1)))
                : null;
        return new CataloguePage<>(items, next);
    }

    private static List<String> position(Place place) {
        return Optional.ofNullable(place.cursor())
                .flatMap(cursor -> place.cursors().open(place.audience(), cursor))
                .orElseThrow(() -> new Problem(ProblemType.INVALID_CURSOR));
    }

    private static <T> int after(List<T> all, Function<T, String> key, List<String> position) {
        for (int at = 0; at < all.size(); at++) {
            if (key.apply(all.get(at)).equals(position.getFirst())) {
                return at + 1;
            }
        }
        return Integer.parseInt(position.getLast());
    }
}
