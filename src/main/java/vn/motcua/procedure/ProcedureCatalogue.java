package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every procedure version, as one immutable value. */
public final class ProcedureCatalogue {

    private final Map<ProcedureCode, List<ProcedureVersion>> versions;

    public ProcedureCatalogue(List<ProcedureVersion> versions) {
        this.versions = versions.stream().collect(Collectors.groupingBy(ProcedureVersion::code));
    }

    public Optional<ProcedureVersion> inForce(ProcedureCode code, LocalDate day) {
        return versions.getOrDefault(code, List.of()).stream()
                .filter(version -> version.isInForceOn(day))
                .findFirst();
    }

    /** Every version of a procedure; none when nobody knows the code. */
    public List<ProcedureVersion> versions(ProcedureCode code) {
        return versions.getOrDefault(code, List.of());
    }

    public Optional<ProcedureVersion> version(int id) {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .findFirst();
    }
}
