package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.Person;

/**
 * For whom a dossier is filed (chủ hồ sơ), as far as it says who that is.
 *
 * @param number citizen number, foreigner's number or tax code, as the kind says
 * @param dateOfBirth {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}; organisations have none
 * @param surplus fields that applicants of this kind do not have
 */
public record Applicant(
        Person.Kind kind,
        Optional<String> number,
        Optional<String> name,
        Optional<String> dateOfBirth,
        List<String> surplus) {

    public Applicant {
        surplus = List.copyOf(surplus);
    }

    /** An applicant with the fields of the kind only. */
    public Applicant(Person.Kind kind, Optional<String> number, Optional<String> name, Optional<String> dateOfBirth) {
        this(kind, number, name, dateOfBirth, List.of());
    }

    List<Fault> faults(LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        if (number.isEmpty()) {
            faults.add(new Fault("/applicant/" + numberField(), "missing-field"));
        }
        if (name.isEmpty()) {
            faults.add(new Fault(
                    "/applicant/" + (kind == Person.Kind.ORGANISATION ? "name" : "fullName"), "missing-field"));
        }
        if (dateOfBirth.isEmpty() && kind != Person.Kind.ORGANISATION) {
            faults.add(new Fault("/applicant/dateOfBirth", "missing-field"));
        }
        dateOfBirth
                .filter(date -> !BirthDate.isPossible(date, day))
                .ifPresent(date -> faults.add(new Fault("/applicant/dateOfBirth", "invalid-date")));
        surplus.forEach(field -> faults.add(new Fault("/applicant/" + field, "conflicting-fields")));
        return faults;
    }

    /** True when nothing is missing and it all says this person. */
    boolean isFor(Person token) {
        Person own = person();
        return token.matches(own.kind(), own.number(), own.name(), own.dateOfBirth());
    }

    /** Whether it is the citizen with this number. */
    public boolean has(CitizenId citizen) {
        return kind == Person.Kind.CITIZEN && number.equals(Optional.of(citizen.digits()));
    }

    Person person() {
        return new Person(kind, number.orElseThrow(), name.orElseThrow(), dateOfBirth.orElse(""));
    }

    private String numberField() {
        return switch (kind) {
            case CITIZEN -> "citizenId";
            case FOREIGNER -> "foreignerId";
            case ORGANISATION -> "taxCode";
        };
    }

    /** Never the person: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
