package vn.motcua.identity;

/** The twelve digits of a citizen (số định danh cá nhân). */
public record CitizenId(String digits) {

    public CitizenId {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("A citizen number has twelve digits");
        }
    }

    public static boolean isWellFormed(String text) {
        return text.length() == 12 && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** Never the number: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "CitizenId[************]";
    }
}
