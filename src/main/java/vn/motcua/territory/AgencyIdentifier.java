package vn.motcua.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The electronic identifier of an agency (mã định danh điện tử), read from the left as Decision 20/2020/QD-TTg writes it:
 * {@code H27.01}. Old dossiers and catalogues have it from the right and filled up to four groups, as QCVN 102:2016 wrote it:
 * {@code 000.00.01.H27}.
 */
public record AgencyIdentifier(String value) {

    private static final int LONGEST = 35;
    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]+)*");
    private static final Pattern OLD_FORM = Pattern.compile("[0-9A-Z]{3}\\.[0-9A-Z]{2}\\.[0-9A-Z]{2}\\.[A-Z][0-9]{2}");
    private static final List<String> UNUSED = List.of("00", "00", "000");

    public AgencyIdentifier {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An identifier is a letter, two digits and groups of letters or digits");
        }
    }

    /** From either form, whatever its case and the space around it. */
    public static Optional<AgencyIdentifier> parse(String text) {
        String written = text.strip().toUpperCase(Locale.ROOT);
        if (OLD_FORM.matcher(written).matches()) {
            return Optional.of(fromOldForm(written));
        }
        return written.length() <= LONGEST && FORM.matcher(written).matches()
                ? Optional.of(new AgencyIdentifier(written))
                : Optional.empty();
    }

    private static AgencyIdentifier fromOldForm(String written) {
        List<String> groups = Arrays.asList(written.split("\\."));
        Collections.reverse(groups);
        int used = groups.size();
        while (used > 1 && groups.get(used - 1).equals(UNUSED.get(used - 2))) {
            used--;
        }
        return new AgencyIdentifier(String.join(".", groups.subList(0, used)));
    }

    /** Empty where the old form has no room for it: it knows three levels below the first, of two, two and three characters. */
    public Optional<String> oldForm() {
        List<String> groups = List.of(value.split("\\."));
        if (groups.size() > UNUSED.size() + 1) {
            return Optional.empty();
        }
        List<String> filled = new ArrayList<>(Stream.concat(
                        groups.stream(), UNUSED.subList(groups.size() - 1, UNUSED.size()).stream())
                .toList());
        Collections.reverse(filled);
        return Optional.of(String.join(".", filled))
                .filter(written -> OLD_FORM.matcher(written).matches())
                .filter(written -> fromOldForm(written).equals(this));
    }

    @Override
    public String toString() {
        return value;
    }
}
