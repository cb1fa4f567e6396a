package vn.motcua.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds values by the words of their names, in any order, each word or its beginning; without diacritics. */
public final class NameIndex<T> {

    private static final int DISTANCES = 4;

    private final List<Entry<T>> entries;

    /**
     * @param values in the order in which equally good hits come
     * @param text what a value is found by
     */
    public NameIndex(List<T> values, Function<T, String> text) {
        this.entries = values.stream()
                .map(value -> new Entry<>(value, " " + Folding.fold(text.apply(value)) + " "))
                .toList();
    }

    private record Entry<T>(T value, String text) {

        boolean hasEach(List<String> beginnings) {
            for (String beginning : beginnings) {
                if (!text.contains(beginning)) {
                    return false;
                }
            }
            return true;
        }

        /** The whole name, then its beginning, then the words side by side, then anywhere. */
        int distance(String phrase) {
            if (text.length() == phrase.length() + 2 && text.contains(phrase)) {
                return 0;
            }
            int at = text.indexOf(" " + phrase);
            return at == 0 ? 1 : at > 0 ? 2 : 3;
        }
    }

    /** Best first; every value for a query without a letter or digit. */
    public List<T> find(String query) {
        String phrase = Folding.fold(query);
        List<String> beginnings = Arrays.stream(phrase.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> " " + word)
                .distinct()
                .toList();
        List<List<T>> byDistance = Stream.generate(() -> (List<T>) new ArrayList<T>())
                .limit(DISTANCES)
                .toList();
        for (Entry<T> entry : entries) {
            if (entry.hasEach(beginnings)) {
                byDistance.get(entry.distance(phrase)).add(entry.value());
            }
        }
        return byDistance.stream().flatMap(List::stream).toList();
    }
}
