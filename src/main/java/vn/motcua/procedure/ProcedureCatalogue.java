package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.text.NameIndex;

/** Every procedure version, as one immutable value. */
public final class ProcedureCatalogue {

    private static final Comparator<ProcedureVersion> BY_CODE =
            Comparator.comparing(version -> version.code().value());
    /** The shorter name says less besides what was looked for. */
    private static final Comparator<ProcedureVersion> BY_NAME = Comparator.<ProcedureVersion>comparingInt(
                    version -> version.name().length())
            .thenComparing(BY_CODE);

    private static final Pattern BEGINNING_OF_A_CODE = Pattern.compile("[0-9]\\.[0-9]{0,6}");

    private final Map<ProcedureCode, List<ProcedureVersion>> versions;
    private final Map<Integer, ProcedureVersion> byId;
    private final List<ProcedureVersion> byCode;
    private final NameIndex<ProcedureVersion> byName;

    public ProcedureCatalogue(List<ProcedureVersion> versions) {
        this.versions = versions.stream().collect(Collectors.groupingBy(ProcedureVersion::code));
        this.byId =
                versions.stream().collect(Collectors.toUnmodifiableMap(ProcedureVersion::id, UnaryOperator.identity()));
        this.byCode = versions.stream().sorted(BY_CODE).toList();
        this.byName = new NameIndex<>(versions.stream().sorted(BY_NAME).toList(), ProcedureVersion::name);
    }

    /**
     * Those in force on a day that are meant by some words, best first; all of them, by code, when there are no words.
     *
     * @param query words of the name or their beginnings, or a code or its beginning
     */
    public List<ProcedureVersion> find(String query, LocalDate day) {
        String text = query.strip();
        String code = ProcedureCode.published(text).map(ProcedureCode::value).orElse(text);
        List<ProcedureVersion> found =
                text.isEmpty() || BEGINNING_OF_A_CODE.matcher(code).matches()
                        ? byCode.stream()
                                .filter(version -> version.code().value().startsWith(code))
                                .toList()
                        : byName.find(text);
        return found.stream().filter(version -> version.isInForceOn(day)).toList();
    }

    /** Every variant in force on a day that has no term. */
    public List<MissingTerm> missingTerms(LocalDate day) {
        return byCode.stream()
                .filter(version -> version.isInForceOn(day))
                .flatMap(version -> version.variants().stream()
                        .filter(variant -> variant.term().isEmpty())
                        .map(variant -> new MissingTerm(version, variant)))
                .toList();
    }

    public Optional<ProcedureVersion> inForce(ProcedureCode code, LocalDate day) {
        return versions.getOrDefault(code, List.of()).stream()
                .filter(version -> version.isInForceOn(day))
                .findFirst();
    }

    /** The version that began first. */
    public Optional<ProcedureVersion> oldest(ProcedureCode code) {
        return versions.getOrDefault(code, List.of()).stream()
                .min(Comparator.comparing(ProcedureVersion::effectiveFrom));
    }

    /** The version that began last. */
    public Optional<ProcedureVersion> newest(ProcedureCode code) {
        return versions.getOrDefault(code, List.of()).stream()
                .max(Comparator.comparing(ProcedureVersion::effectiveFrom));
    }

    /** Every version of every procedure, in no order. */
    public Stream<ProcedureVersion> versions() {
        return versions.values().stream().flatMap(List::stream);
    }

    /** Every version of a procedure; none when nobody knows the code. */
    public List<ProcedureVersion> versions(ProcedureCode code) {
        return versions.getOrDefault(code, List.of());
    }

    public Optional<ProcedureVersion> version(int id) {
        return Optional.ofNullable(byId.get(id));
    }
}
