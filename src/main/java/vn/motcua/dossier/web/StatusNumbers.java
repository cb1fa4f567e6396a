package vn.motcua.dossier.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** The parameter {@code status}: official numbers. */
final class StatusNumbers {

    private StatusNumbers() {}

    /** Empty when the caller names none. */
    static Optional<Set<DossierStatus>> of(@Nullable List<Integer> numbers) {
        if (numbers == null) {
            return Optional.empty();
        }
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number == null || number < 1 || number > 10)) {
            throw new Problem(ProblemType.INVALID_PARAMETER).with("parameter", "status");
        }
        return Optional.of(numbers.stream().map(DossierStatus::of).collect(Collectors.toSet()));
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
