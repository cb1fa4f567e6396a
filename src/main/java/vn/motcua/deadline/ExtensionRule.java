package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;

/** Until when an agency may extend, each rule since a day. */
public enum ExtensionRule {
    /** At the latest one day before the due day: until the end of the calendar day before it (Decree 118/2025 article 19.6). */
    DAY_BEFORE(LocalDate.of(2025, 7, 1));

    private final LocalDate since;

    ExtensionRule(LocalDate since) {
        this.since = since;
    }

    /** The rule of a day; the first one for the days before it. */
    public static ExtensionRule on(LocalDate day) {
        return Arrays.stream(values())
                .filter(rule -> !rule.since.isAfter(day))
                .max(Comparator.comparing(rule -> rule.since))
                .orElse(DAY_BEFORE);
    }

    /** What is wrong with an extension of something due at a moment; empty when nothing is. */
    public Optional<Fault> fault(Instant dueAt, Extension extension) {
        LocalDate dueDay = WorkingCalendar.local(dueAt).toLocalDate();
        if (!WorkingCalendar.local(extension.recordedAt()).toLocalDate().isBefore(dueDay)) {
            return Optional.of(extension.recordedAt().isAfter(dueAt) ? Fault.ALREADY_LATE : Fault.TOO_CLOSE);
        }
        return extension.newDueAt().isAfter(dueAt) ? Optional.empty() : Optional.of(Fault.NOT_LATER);
    }

    /** Why an extension moves nothing. */
    public enum Fault {
        /** The due moment has passed: an apology may be recorded, and moves nothing. */
        ALREADY_LATE,
        /** On the due day itself, or whatever the rule says is too close to it. */
        TOO_CLOSE,
        /** The new moment is not after the old one. */
        NOT_LATER
    }
}
