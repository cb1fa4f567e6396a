package vn.motcua.almanac.application;

import java.util.List;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.calendar.CalendarFault;

/** Why a version was not entered. */
public class VersionRefused extends RuntimeException {

    private final transient Reason reason;

    VersionRefused(Reason reason) {
        super(reason.getClass().getSimpleName(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Everything that can stand in the way. */
    public sealed interface Reason {

        /** Only operators enter. */
        record NeverThisRole() implements Reason {}

        /** Others entered these since, newest first. */
        record Stale(int newest, List<CalendarVersion> since) implements Reason {
            public Stale {
                since = List.copyOf(since);
            }
        }

        record Faulty(List<CalendarFault> faults) implements Reason {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /** The key stands for another request. */
        record KeyReused() implements Reason {}

        /** The reference data moved again and again; nothing was kept. */
        record Moving() implements Reason {}
    }
}
