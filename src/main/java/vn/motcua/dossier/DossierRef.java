package vn.motcua.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One of the three ways to name a dossier: its id, its tracking code or its official code. */
public sealed interface DossierRef {

    record ById(UUID id) implements DossierRef {}

    record ByCode(String code) implements DossierRef {}

    /** Empty when the text has none of the three forms. */
    static Optional<DossierRef> parse(String text) {
        if (Form.UUID_TEXT.matcher(text).matches()) {
            return Optional.of(new ById(UUID.fromString(text)));
        }
        return TrackingCode.isValid(text) || OfficialCode.isValid(text)
                ? Optional.of(new ByCode(text))
                : Optional.empty();
    }

    /** A code as people type it, in small letters and with spaces; empty when it is no code. */
    static Optional<ByCode> typedCode(String text) {
        String code = Form.SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return parse(code).filter(ByCode.class::isInstance).map(ByCode.class::cast);
    }

    /** Kept apart, since an interface's fields are public. */
    final class Form {
        private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

        private Form() {}
    }
}
