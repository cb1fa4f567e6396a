package vn.motcua.procedure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How much has a computable due moment.
 *
 * @param whole procedures of which every variant has a term
 * @param partly those of which some have
 * @param missing variants without a term, by reason
 */
record Coverage(int procedures, long whole, long partly, int variants, Map<TermGap, Long> missing) {

    /** @param procedures the variants of each */
    static Coverage of(List<List<Variant>> procedures) {
        Predicate<Variant> hasTerm = variant -> variant.term().isPresent();
        List<Variant> variants = procedures.stream().flatMap(List::stream).toList();
        long whole = procedures.stream()
                .filter(own -> own.stream().allMatch(hasTerm))
                .count();
        long touched = procedures.stream()
                .filter(own -> own.stream().anyMatch(hasTerm))
                .count();
        return new Coverage(
                procedures.size(),
                whole,
                touched - whole,
                variants.size(),
                variants.stream()
                        .flatMap(variant -> variant.gap().stream())
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
    }

    long none() {
        return procedures - whole - partly;
    }

    String line(String name) {
        return "%-28s %5d procedures: %5d with every due moment, %3d with some, %4d with none; of %5d variants lack a term %s"
                .formatted(name, procedures, whole, partly, none(), variants, missing);
    }
}
