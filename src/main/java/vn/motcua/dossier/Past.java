package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.territory.Agency;

/**
 * What our tables say of a day, for what a machine retells. Who told it knows who decided, where we do not; and a day before
 * the catalogue begins is that of the procedure's oldest version, of which we know no term then.
 */
record Past(Reference known, Filing filing) {

    Reference on(LocalDate day) {
        return version(day)
                .map(version -> knowing(version, day))
                .filter(version -> !known.procedures().version(version.id()).equals(Optional.of(version)))
                .map(version -> new Reference(known.territory(), with(version), known.calendar()))
                .orElse(known);
    }

    private Optional<ProcedureVersion> version(LocalDate day) {
        return known.procedures()
                .inForce(filing.procedure(), day)
                .or(() -> known.procedures()
                        .oldest(filing.procedure())
                        .filter(oldest -> day.isBefore(oldest.effectiveFrom()))
                        .map(oldest -> oldest.unknownFrom(day)));
    }

    private ProcedureVersion knowing(ProcedureVersion version, LocalDate day) {
        Optional<Agency> named = filing.competentAgency()
                .flatMap(agency ->
                        known.territory().agencyOn(agency, known.territory().mapDay(day)));
        return version.deciders().isEmpty() ? named.map(version::decidedBy).orElse(version) : version;
    }

    private ProcedureCatalogue with(ProcedureVersion version) {
        List<ProcedureVersion> versions = known.procedures().versions(filing.procedure()).stream()
                .map(other -> other.id() == version.id() ? version : other)
                .toList();
        return new ProcedureCatalogue(versions);
    }
}
