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

    /** Whether both are the same person: kind, number, name and, at the coarser precision, birth date. */
    public boolean isSameAs(Person other) {
        return kind == other.kind
                && number.equals(other.number)
                && name.equals(other.name)
                && dateOfBirth.equals(other.dateOfBirth);
    }

    /** Never the person: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "Person[" + kind + "]";
    }
}
