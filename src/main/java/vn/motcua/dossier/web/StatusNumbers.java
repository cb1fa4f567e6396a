package vn.motcua.dossier.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierStatus;

/** The parameter {@code status}: official numbers, as the contract has judged them. */
final class StatusNumbers {

    private StatusNumbers() {}

    /** Empty when the caller names none. */
    static Optional<Set<DossierStatus>> of(@Nullable List<Integer> numbers) {
        return Optional.ofNullable(numbers)
                .map(named -> named.stream().map(DossierStatus::of).collect(Collectors.toSet()));
    }

    /** The same text for the same statuses, however they were written. */
    static String canonical(Set<DossierStatus> statuses) {
        return statuses.stream()
                .map(DossierStatus::number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
