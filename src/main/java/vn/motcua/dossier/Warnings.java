package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Warning.Code;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.LookAlikes;
import vn.motcua.identity.TaxCode;

/**
 * What is doubtful in the words of a filing. It is read from them whenever they are shown, and so is gone when they are erased.
 */
public final class Warnings {

    private static final String APPLICANT = "applicant";
    private static final List<String> NAMES = List.of("fullName", "name", "representative");

    private final List<Warning> found = new ArrayList<>();

    private Warnings() {}

    /** In the order of the contract's fields. */
    public static List<Warning> of(Map<String, Object> words) {
        var warnings = new Warnings();
        warnings.numbers(part(words.get(APPLICANT)));
        warnings.names("/" + APPLICANT, part(words.get(APPLICANT)));
        warnings.names("/submitter", part(words.get("submitter")));
        if (words.get("attachments") instanceof List<?> files) {
            for (int at = 0; at < files.size(); at++) {
                warnings.names("/attachments/" + at, part(files.get(at)));
            }
        }
        return warnings.found;
    }

    private void numbers(Map<?, ?> applicant) {
        boolean anotherYear = text(applicant, "citizenId")
                .filter(CitizenId::isWellFormed)
                .map(CitizenId::new)
                .filter(number -> text(applicant, "dateOfBirth")
                        .filter(number::speaksOfAnotherYearThan)
                        .isPresent())
                .isPresent();
        if (anotherYear) {
            found.add(new Warning("/applicant/citizenId", Code.BIRTH_YEAR_DIFFERS));
        }
        text(applicant, "taxCode")
                .filter(code -> !isCertain(code))
                .ifPresent(_ -> found.add(new Warning("/applicant/taxCode", Code.TAX_CODE_UNVERIFIED)));
    }

    /** A citizen number in its place has no check digit, and nothing is odd about that. */
    private static boolean isCertain(String taxCode) {
        return TaxCode.of(taxCode)
                .filter(code -> code.isVerified() || code.isCitizenNumber())
                .isPresent();
    }

    private void names(String pointer, Map<?, ?> part) {
        for (String field : NAMES) {
            text(part, field)
                    .filter(LookAlikes::areIn)
                    .ifPresent(_ -> found.add(new Warning(pointer + "/" + field, Code.LOOK_ALIKE_LETTERS)));
        }
    }

    private static Map<?, ?> part(@Nullable Object words) {
        return words instanceof Map<?, ?> part ? part : Map.of();
    }

    private static Optional<String> text(Map<?, ?> part, String field) {
        return part.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
