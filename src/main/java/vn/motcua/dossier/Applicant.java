package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.identity.TaxCode;

/**
 * For whom a dossier is filed (chủ hồ sơ), as far as it says who that is.
 *
 * @param numbers by which applicants of the kind are told apart; the first one counts
 * @param dateOfBirth {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}; organisations have none
 * @param surplus fields that applicants of this kind do not have
 */
public record Applicant(
        Person.Kind kind,
        Map<NumberKind, String> numbers,
        Optional<String> name,
        Optional<String> dateOfBirth,
        List<String> surplus) {

    public Applicant {
        numbers = Map.copyOf(numbers);
        surplus = List.copyOf(surplus);
    }

    /** An applicant with the fields of the kind only, and of the numbers with the one that counts most. */
    public Applicant(Person.Kind kind, Optional<String> number, Optional<String> name, Optional<String> dateOfBirth) {
        this(
                kind,
                number.stream()
                        .collect(Collectors.toMap(_ -> NumberKind.of(kind).getFirst(), digits -> digits)),
                name,
                dateOfBirth,
                List.of());
    }

    List<Fault> faults(LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        if (number().isEmpty()) {
            faults.add(new Fault("/applicant/" + NumberKind.of(kind).getFirst().field(), "missing-field"));
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

    /**
     * Numbers that arithmetic finds wrong. What a verified token says is not judged: the register stands behind it.
     *
     * @param token whom the caller's token vouches for
     */
    List<Fault> wrongNumbers(Optional<Person> token) {
        return Optional.ofNullable(numbers.get(NumberKind.TAX_CODE))
                .filter(code -> TaxCode.of(code).isEmpty())
                .filter(code ->
                        token.filter(person -> person.number().equals(code)).isEmpty())
                .map(_ -> new Fault("/applicant/" + NumberKind.TAX_CODE.field(), "wrong-check-digit"))
                .stream()
                .toList();
    }

    /** True when nothing is missing and it all says this person. */
    boolean isFor(Person token) {
        Person own = person();
        return token.matches(own.kind(), own.number(), own.name(), own.dateOfBirth());
    }

    /** Empty for organisations, and when the birth date is none. */
    Optional<LocalDate> lastDayOfChildhood(LocalDate day) {
        return dateOfBirth
                .filter(date -> kind != Person.Kind.ORGANISATION && BirthDate.isPossible(date, day))
                .map(BirthDate::lastDayOfChildhood);
    }

    /**
     * Whether one of the numbers is this citizen's: of the person, or of the household business whose tax code it is. The nine
     * digits of an old identity card cannot be compared.
     */
    public boolean has(CitizenId citizen) {
        return kind != Person.Kind.FOREIGNER && numbers.containsValue(citizen.digits());
    }

    Person person() {
        return new Person(kind, number().orElseThrow(), name.orElseThrow(), dateOfBirth.orElse(""));
    }

    /** Whether a person of any number has this name and birth date; never an organisation. */
    boolean isNamed(String fullName, String born) {
        return kind != Person.Kind.ORGANISATION
                && name.filter(own -> Person.mayBeSame(own, dateOfBirth.orElse(""), fullName, born))
                        .isPresent();
    }

    /** As {@link Person} knows it. */
    Optional<String> number() {
        return numberKind().map(first -> first.known(numbers.getOrDefault(first, "")));
    }

    /** Of the number that counts. */
    Optional<NumberKind> numberKind() {
        return NumberKind.of(kind).stream().filter(numbers::containsKey).findFirst();
    }

    /** Never the person: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
