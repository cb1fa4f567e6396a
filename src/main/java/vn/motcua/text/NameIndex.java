package vn.motcua.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Finds values by the words of their names, in any order, each word or its beginning; without diacritics. */
public final class NameIndex<T> {

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
        return entries.stream()
                .filter(entry -> entry.hasEach(beginnings))
                .sorted(Comparator.comparingInt(entry -> entry.distance(phrase)))
                .map(Entry::value)
                .toList();
    }
}
