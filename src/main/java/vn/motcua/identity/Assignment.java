package vn.motcua.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody is placed somewhere in a role for some time.
 *
 * @param id its number
 * @param said by whom it was said, and when
 * @param ended by whom and when its last day was said later; empty when it was not
 */
public record Assignment(int id, Placement placement, Word said, Optional<Word> ended) {

    /** Who said it, as {@link Caller#subject}, and when. */
    public record Word(String by, Instant at) {}

    /**
     * What is said of somebody.
     *
     * @param subject as {@link Caller#subject}
     * @param agency id of the agency that a clerk, officer or leader acts for, or that a machine is bound to
     * @param everyAgency that a machine is bound to no agency, which is never meant by silence
     * @param unit code of the unit below which an auditor sees: the one that has it on the first day, and no later one (R-10)
     * @param validTo the last day; empty while nobody has said
     */
    public record Placement(
            String subject,
            Role role,
            Optional<Integer> agency,
            boolean everyAgency,
            Optional<String> unit,
            LocalDate validFrom,
            Optional<LocalDate> validTo) {

        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && validTo.filter(day::isAfter).isEmpty();
        }

        /** Whether there is a day on which both are valid. */
        boolean overlaps(Placement other) {
            return validTo.filter(other.validFrom::isAfter).isEmpty()
                    && other.validTo.filter(validFrom::isAfter).isEmpty()
                    && !isVoid()
                    && !other.isVoid();
        }

        /** The unit as it is named with a day: {@code 52@2025-06-30}. */
        Optional<String> unitOnFirstDay() {
            return unit.map(code -> code + "@" + validFrom);
        }

        private boolean isVoid() {
            return validTo.filter(validFrom::isAfter).isPresent();
        }

        /** Whether the role and where it is placed go together. */
        boolean isWhole() {
            return switch (role) {
                case CLERK, OFFICER, LEADER -> agency.isPresent() && !everyAgency && unit.isEmpty();
                case AUDITOR -> agency.isEmpty() && !everyAgency && unit.isPresent();
                case OPERATOR -> agency.isEmpty() && !everyAgency && unit.isEmpty();
                case MACHINE -> agency.isPresent() != everyAgency && unit.isEmpty();
                case CITIZEN -> false;
            };
        }
    }
}
