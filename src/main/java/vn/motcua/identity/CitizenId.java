package vn.motcua.identity;

/**
 * The twelve digits of a citizen (số định danh cá nhân, Decree 137/2015): three for the place where the birth was registered,
 * one for century and sex, two for the year of birth, six by chance.
 *
 * <p>There is no check digit, so a number that is well formed proves nothing. The place is that of the day of registration and
 * stays for life: provinces that are no more, and countries, are as good as today's provinces.
 */
public record CitizenId(String digits) {

    private static final int LENGTH = 12;
    private static final int PLACE = 3;
    private static final int FIRST_CENTURY = 1900;
    private static final int YEARS = 100;

    public CitizenId {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("A citizen number has twelve digits");
        }
    }

    public static boolean isWellFormed(String text) {
        return text.length() == LENGTH && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** 1900 to 2399: each two values of the fourth digit are a century, even for men and odd for women. */
    public int yearOfBirth() {
        int century = (digits.charAt(PLACE) - '0') / 2;
        int year = Integer.parseInt(digits.substring(PLACE + 1, PLACE + 3));
        return FIRST_CENTURY + century * YEARS + year;
    }

    /**
     * Whether the number speaks of another year than the birth date does. Registers have such errors: a reason to look, and none
     * to refuse.
     *
     * @param dateOfBirth {@code yyyy-mm-dd}, {@code yyyy-mm} or {@code yyyy}
     */
    public boolean speaksOfAnotherYearThan(String dateOfBirth) {
        return !dateOfBirth.startsWith(String.valueOf(yearOfBirth()));
    }

    /** Never the number: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "CitizenId[************]";
    }
}
