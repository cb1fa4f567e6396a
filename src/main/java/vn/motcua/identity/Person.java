package vn.motcua.identity;

/**
 * The person or organisation that a citizen's token vouches for.
 *
 * @param number citizen number, foreigner's number or tax code, as the kind says
 * @param name as the issuer spells it
 * @param dateOfBirth {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}; empty text for an organisation
 */
public record Person(Kind kind, String number, String name, String dateOfBirth) {

    /** As in a filing's {@code applicant.kind}. */
    public enum Kind {
        CITIZEN,
        FOREIGNER,
        ORGANISATION
    }

    /** Whether an applicant is this person. Dates are compared as far as the less precise of the two goes. */
    public boolean matches(Kind kind, String number, String name, String dateOfBirth) {
        return this.kind == kind
                && this.number.equals(number)
                && PersonName.same(this.name, name)
                && (kind == Kind.ORGANISATION || sameDate(this.dateOfBirth, dateOfBirth));
    }

    /**
     * Whether two people of whom no numbers can be compared have one name and one birth date. It is no proof that they are one:
     * good for asking for better papers, and never for giving a right.
     */
    public static boolean mayBeSame(String name, String dateOfBirth, String otherName, String otherDateOfBirth) {
        return PersonName.same(name, otherName) && sameDate(dateOfBirth, otherDateOfBirth);
    }

    private static boolean sameDate(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && (one.startsWith(other) || other.startsWith(one));
    }

    /** Never the person: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "Person[" + kind + "]";
    }
}
