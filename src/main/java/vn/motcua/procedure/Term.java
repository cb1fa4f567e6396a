package vn.motcua.procedure;

import java.time.LocalTime;
import java.util.List;

/** The legal time that a procedure may take (thời hạn giải quyết). */
public sealed interface Term {

    /** {@code days} of the working calendar; the day of receipt is not counted (Civil Code 2015 article 147). */
    record WorkingDays(int days) implements Term {
        public WorkingDays {
            positive(days);
        }
    }

    /** {@code hours} inside office hours. */
    record WorkingHours(int hours) implements Term {
        public WorkingHours {
            positive(hours);
        }
    }

    /** {@code days} of the ordinary calendar; ends on the next working day when it would end on a day off (article 148). */
    record CalendarDays(int days) implements Term {
        public CalendarDays {
            positive(days);
        }
    }

    /** {@code hours} by the wall clock, day and night. */
    record ClockHours(int hours) implements Term {
        public ClockHours {
            positive(hours);
        }
    }

    /** The same day of the month, {@code months} later, or that month's last day (article 147). */
    record Months(int months) implements Term {
        public Months {
            positive(months);
        }
    }

    /** Answered on the day of receipt; received after {@code cutOff}, on the next working day. */
    record SameDay(LocalTime cutOff) implements Term {}

    /** Answered while the person waits. */
    record Immediate() implements Term {}

    /** Named stages one after the other, two to twelve: each begins when the one before is due. */
    record Composite(List<Stage> stages) implements Term {

        private static final int FEWEST = 2;
        private static final int MOST = 12;

        public Composite {
            stages = List.copyOf(stages);
            if (stages.size() < FEWEST || stages.size() > MOST) {
                throw new IllegalArgumentException("A term has two to twelve stages, not " + stages.size());
            }
            if (stages.stream().map(Stage::name).anyMatch(String::isBlank)
                    || stages.stream().map(Stage::name).distinct().count() < stages.size()) {
                throw new IllegalArgumentException("Each stage has a name of its own");
            }
        }
    }

    /** A part of a term, with the name that people know it by; it has no parts of its own. */
    record Stage(String name, Term term) {
        public Stage {
            if (term instanceof Composite) {
                throw new IllegalArgumentException("A stage has no stages");
            }
        }
    }

    private static void positive(int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("A term is at least 1, not " + amount);
        }
    }
}
