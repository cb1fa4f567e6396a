package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.Person;

/**
 * Who hands a dossier in for an applicant who is somebody else (người nộp thay), as far as it says who that is.
 *
 * @param kind a citizen or a foreigner
 * @param number citizen number or foreigner's number, as the kind says
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

    boolean isSameAs(Applicant applicant) {
        return number.isPresent() && kind == applicant.kind() && number.equals(applicant.number());
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
