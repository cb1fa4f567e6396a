package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;

/**
 * Who hands a dossier in for an applicant who is somebody else (người nộp thay), as far as it says who that is.
 *
 * @param kind a citizen or a foreigner
 * @param number citizen number or foreigner's number, as the kind says, and as {@link Person} knows it
 * @param dateOfBirth {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}
 * @param surplus fields that may not stand beside the others
 */
public record Submitter(
        Person.Kind kind,
        Optional<String> number,
        String name,
        Optional<String> dateOfBirth,
        Authority authority,
        List<String> surplus) {

    public Submitter {
        surplus = List.copyOf(surplus);
    }

    /** What is wrong with it by itself. */
    List<Fault> faults(LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        dateOfBirth
                .filter(date -> !BirthDate.isPossible(date, day))
                .ifPresent(date -> faults.add(new Fault("/submitter/dateOfBirth", "invalid-date")));
        surplus.forEach(field -> faults.add(new Fault("/submitter/" + field, "conflicting-fields")));
        return faults;
    }

    /** What a comparison with the person of a token needs and is not there. */
    List<Fault> missing() {
        List<Fault> missing = new ArrayList<>();
        if (number.isEmpty()) {
            missing.add(new Fault("/submitter/citizenId", "missing-field"));
        }
        if (dateOfBirth.isEmpty()) {
            missing.add(new Fault("/submitter/dateOfBirth", "missing-field"));
        }
        return missing;
    }

    /** True when nothing is missing and it all says this person. */
    boolean isFor(Person token) {
        return number.isPresent() && token.matches(kind, number.get(), name, dateOfBirth.orElse(""));
    }

    boolean has(CitizenId citizen) {
        return kind == Person.Kind.CITIZEN && number.equals(Optional.of(citizen.digits()));
    }

    /**
     * Whether it is the applicant after all: by the number, or, where the two have numbers that cannot be compared, by name and
     * birth date.
     */
    boolean isSameAs(Applicant applicant) {
        if (number.isPresent() && applicant.numberKind().equals(Optional.of(numberKind()))) {
            return number.equals(applicant.number());
        }
        return applicant.isNamed(name, dateOfBirth.orElse(""));
    }

    private NumberKind numberKind() {
        return NumberKind.of(kind).getFirst();
    }

    /** Empty when only a name is known. */
    Optional<Person> person() {
        return number.map(known -> new Person(kind, known, name, dateOfBirth.orElse("")));
    }

    /** Never the person: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "Submitter[" + authority.kind() + "]";
    }
}
