package vn.motcua.dossier;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.procedure.ProcedureCode;

/**
 * Which dossiers of a desk are wanted.
 *
 * @param statuses never empty
 * @param due empty for whenever
 * @param procedure empty for all
 */
public record QueueFilter(Set<DossierStatus> statuses, Optional<Due> due, Optional<ProcedureCode> procedure) {

    /** Where somebody still has to do something. */
    public static final Set<DossierStatus> OPEN = Set.copyOf(
            EnumSet.complementOf(EnumSet.of(DossierStatus.REFUSED, DossierStatus.STOPPED, DossierStatus.RETURNED)));

    public QueueFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The statuses in which there can be any: what has ended becomes late no more, whenever it was due. */
    public Set<DossierStatus> shelves() {
        return due.isEmpty()
                ? statuses
                : statuses.stream().filter(status -> !status.hasEnded()).collect(Collectors.toSet());
    }
}
