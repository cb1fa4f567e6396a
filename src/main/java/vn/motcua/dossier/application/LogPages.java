package vn.motcua.dossier.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.LogRange;
import vn.motcua.dossier.LogReach;
import vn.motcua.dossier.application.Dossiers.Recorded;

/** The log in the order of its positions. */
public interface LogPages {

    /** The longest page, in positions. */
    int LONGEST = 200;

    /** How far the log goes, and where it passes the ends of two days; in one snapshot. */
    Mono<LogRange.Held> held(Optional<LocalDate> since, Optional<LocalDate> until);

    /** The events at some positions, as far as they are within reach. */
    Mono<List<Recorded>> read(Page page, LogReach.Granted reach);

    /**
     * Some positions of an export.
     *
     * @param end of the export: what is within reach depends on no event behind it
     */
    record Page(long from, long to, long end) {

        public Page {
            if (to - from >= LONGEST || to > end) {
                throw new IllegalArgumentException("From " + from + " to " + to + " of " + end);
            }
        }
    }
}
