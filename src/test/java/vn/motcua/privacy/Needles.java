package vn.motcua.privacy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds any of many texts in one pass (Aho and Corasick, 1975). */
final class Needles {

    private final List<Map<Character, Integer>> next = new ArrayList<>();
    private final List<Integer> back = new ArrayList<>();
    private final Map<Integer, String> ends = new HashMap<>();

    Needles(Collection<String> needles) {
        state();
        for (String needle : needles) {
            int at = 0;
            for (char letter : needle.toCharArray()) {
                Integer child = next.get(at).get(letter);
                if (child == null) {
                    child = state();
                    next.get(at).put(letter, child);
                }
                at = child;
            }
            ends.put(at, needle);
        }
        link();
    }

    private int state() {
        next.add(new HashMap<>());
        back.add(0);
        return next.size() - 1;
    }

    private void link() {
        Deque<Integer> open = new ArrayDeque<>(next.getFirst().values());
        while (!open.isEmpty()) {
            int at = open.remove();
            next.get(at).forEach((letter, child) -> {
                back.set(child, step(back.get(at), letter));
                if (ends.containsKey(back.get(child))) {
                    ends.putIfAbsent(child, ends.get(back.get(child)));
                }
                open.add(child);
            });
        }
    }

    private int step(int from, char letter) {
        int at = from;
        while (at != 0 && !next.get(at).containsKey(letter)) {
            at = back.get(at);
        }
        return next.get(at).getOrDefault(letter, 0);
    }

    /** The first that ends in a text. */
    Optional<String> in(String text) {
        int at = 0;
        for (int letter = 0; letter < text.length(); letter++) {
            at = step(at, text.charAt(letter));
            if (ends.containsKey(at)) {
                return Optional.of(ends.get(at));
            }
        }
        return Optional.empty();
    }
}
