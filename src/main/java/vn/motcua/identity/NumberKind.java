package vn.motcua.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.motcua.identity.Person.Kind;

/**
 * The numbers by which people and organisations are told apart. Of several that are given, the first here is the one that counts.
 */
public enum NumberKind {
    CITIZEN_ID(Kind.CITIZEN, "citizenId"),
    /** The nine digits of the old identity card (CMND), for people who have no citizen number. */
    ID_CARD(Kind.CITIZEN, "idCardNumber"),
    /** Given by the identification system (Decree 69/2024). */
    FOREIGNER_ID(Kind.FOREIGNER, "foreignerId"),
    /** For foreigners who have no number of ours. */
    PASSPORT(Kind.FOREIGNER, "passportNumber"),
    TAX_CODE(Kind.ORGANISATION, "taxCode"),
    /** Of the business register. An enterprise's is its tax code; others have their own. */
    BUSINESS_CODE(Kind.ORGANISATION, "businessCode"),
    /** The number that the identification system gives to an organisation (Decree 69/2024, article 6). */
    ORGANISATION_ID(Kind.ORGANISATION, "organisationId"),
    /** The identifier for the exchange of data between agencies (Decision 20/2020). */
    ELECTRONIC_ID(Kind.ORGANISATION, "electronicId");

    private final Kind owner;
    private final String field;

    NumberKind(Kind owner, String field) {
        this.owner = owner;
        this.field = field;
    }

    /** In the order in which they count. */
    public static List<NumberKind> of(Kind owner) {
        return Arrays.stream(values()).filter(kind -> kind.owner == owner).toList();
    }

    /** Its name in an applicant of the contract. */
    public String field() {
        return field;
    }

    /**
     * The number as {@link Person} knows it: one written form, and never the same as another kind's.
     *
     * @param written well formed by the contract
     */
    public String known(String written) {
        String plain = written.replace(" ", "").toUpperCase(Locale.ROOT);
        return switch (this) {
            case CITIZEN_ID, ID_CARD, TAX_CODE, FOREIGNER_ID -> plain;
            case BUSINESS_CODE -> isAlsoTaxCode(plain) ? plain : qualified(plain);
            case PASSPORT, ORGANISATION_ID, ELECTRONIC_ID -> qualified(plain);
        };
    }

    private static boolean isAlsoTaxCode(String number) {
        return TaxCode.of(number).filter(TaxCode::isVerified).isPresent();
    }

    private String qualified(String number) {
        return field + ":" + number;
    }
}
