package vn.motcua.dossier;

/**
 * Something in a filing that a clerk ought to look at, and that nobody is refused for.
 *
 * @param pointer to the field (RFC 6901); its value is not said
 */
public record Warning(String pointer, Code code) {

    /** What is doubtful. */
    public enum Code {
        /** The citizen number speaks of another year than the birth date. */
        BIRTH_YEAR_DIFFERS("birth-year-differs"),
        /** Letters of another alphabet that look like Vietnamese ones. */
        LOOK_ALIKE_LETTERS("look-alike-letters"),
        /** Arithmetic cannot say that there is such a code. */
        TAX_CODE_UNVERIFIED("tax-code-unverified"),
        /** Another version of the procedure than the one that was filed under decides. */
        PROCEDURE_VERSION_CHANGED("procedure-version-changed");

        private final String slug;

        Code(String slug) {
            this.slug = slug;
        }

        /** Its name in the contract. */
        public String slug() {
            return slug;
        }
    }
}
