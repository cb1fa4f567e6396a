package vn.motcua.dev;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.motcua.identity.Role;

/** Made-up people to try the service as. */
enum Persona {
    CITIZEN(new Account.Citizen("042090001234", "Nguyễn Văn Mẫu", "1990-05-17", 2)),
    CITIZEN2(new Account.Citizen("042192005678", "Trần Thị Thử", "1992-11-03", 2)),
    CITIZEN_LEVEL_1(new Account.Citizen("042085004321", "Lê Văn Nháp", "1985-02-28", 1)),
    CHILD(new Account.Citizen("042322000111", "Nguyễn Thị Bé Mẫu", "2022-09-02", 1)),
    FOREIGNER(new Account.Foreigner("NN042000777", "Sample Person", "1988-07-21")),
    DIRECTOR(new Account.Organisation("3001234567", "Công ty TNHH Mẫu Thử", "Phạm Văn Mẫu")),
    CLERK(new Account.Placed(Role.CLERK, "042088000101")),
    OFFICER(new Account.Placed(Role.OFFICER, "042088000102")),
    LEADER(new Account.Placed(Role.LEADER, "042088000103")),
    AUDITOR(new Account.Auditor("VN")),
    AUDITOR_PROVINCE(new Account.Auditor("42")),
    OPERATOR(new Account.Unplaced(Role.OPERATOR)),
    MACHINE(new Account.Unplaced(Role.MACHINE));

    /** Deeply immutable: records of text. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Account account;

    Persona(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }

    /** As it stands in addresses. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Persona> of(String slug) {
        return Arrays.stream(values())
                .filter(persona -> persona.slug().equals(slug))
                .findFirst();
    }

    /** What a persona's token vouches for. */
    sealed interface Account {

        /** Accounts of the citizens' issuer. */
        sealed interface OfCitizens extends Account {}

        record Citizen(String number, String name, String dateOfBirth, int level) implements OfCitizens {}

        record Foreigner(String number, String name, String dateOfBirth) implements OfCitizens {}

        record Organisation(String taxCode, String name, String representative) implements OfCitizens {}

        /** Accounts of the agencies' issuer. */
        sealed interface OfAgencies extends Account {

            Role role();
        }

        /** Acts for agencies, and is a citizen with a number as well. */
        record Placed(Role role, String number) implements OfAgencies {}

        record Unplaced(Role role) implements OfAgencies {}

        /** Sees what lies below a unit; {@code VN} is the nation. */
        record Auditor(String unit) implements OfAgencies {

            @Override
            public Role role() {
                return Role.AUDITOR;
            }
        }
    }

    /** Where a token places a member of staff. */
    record Place(String name, Set<Integer> agencies, Optional<String> unit) {

        static Place nowhere() {
            return new Place("", Set.of(), Optional.empty());
        }
    }
}
