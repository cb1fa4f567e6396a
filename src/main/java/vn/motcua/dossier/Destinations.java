package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Competence;
import vn.motcua.territory.Territory;

/** Procedure and place, or an agency that somebody names, lead to who decides. */
record Destinations(Filing filing, Territory territory, LocalDate day, Faults faults) {

    /** Empty when a fault was found, or when the procedure is unknown and only a place was named. */
    Optional<Destination> of(Optional<ProcedureVersion> procedure) {
        if (filing.competentAgency().isPresent()) {
            return named(filing.competentAgency().get(), procedure);
        }
        return filing.competentUnit().isPresent()
                ? unit(filing.competentUnit().get()).flatMap(unit -> procedure.flatMap(version -> of(version, unit)))
                : faults.fault("/competentUnit", "missing-field");
    }

    private Optional<Destination> of(ProcedureVersion procedure, AdministrativeUnit place) {
        return switch (procedure.competentIn(place, day, territory)) {
            case Competence.One(Agency agency) -> Optional.of(new Destination.Known(agency));
            case Competence.None() -> Optional.of(new Destination.Unknown(place, Optional.empty()));
            case Competence.Ambiguous(List<Agency> agencies) ->
                faults.fault(
                        "/competentAgency",
                        "agency-ambiguous",
                        agencies.stream().map(Agency::identifier).toList());
        };
    }

    /** An agency that somebody names must decide the procedure, where that is known, and belong to a place named with it. */
    private Optional<Destination> named(String idOrIdentifier, Optional<ProcedureVersion> procedure) {
        Optional<AdministrativeUnit> unit = filing.competentUnit().flatMap(this::unit);
        Optional<Agency> found = territory.agencyOn(idOrIdentifier, day);
        if (found.isEmpty()) {
            return faults.fault("/competentAgency", "unknown-agency");
        }
        Agency agency = found.get();
        AdministrativeUnit place = territory.placeOf(agency);
        boolean there = unit.map(named -> territory.isWithin(place, named) || territory.isWithin(named, place))
                .orElse(true);
        boolean open = procedure.filter(version -> version.deciders().isEmpty()).isPresent();
        boolean decides = procedure.map(version -> version.isDecidedBy(agency)).orElse(true);
        if (!there || !(open || decides)) {
            return faults.fault("/competentAgency", "agency-not-competent");
        }
        return Optional.of(open ? new Destination.Unknown(place, found) : new Destination.Known(agency));
    }

    private Optional<AdministrativeUnit> unit(String code) {
        Optional<AdministrativeUnit> unit = territory.unitInForce(code, day);
        if (unit.isPresent()) {
            return unit;
        }
        return territory.knows(code)
                ? faults.fault("/competentUnit", "unit-not-in-force", successors(code))
                : faults.fault("/competentUnit", "unknown-unit");
    }

    /** Where a unit that ended went to; several where it was divided, for nobody can guess which one is meant. */
    private List<String> successors(String code) {
        return territory.lastUnit(code, day).map(last -> territory.successorsOn(last, day)).orElse(List.of()).stream()
                .map(unit -> unit.code() + " " + unit.name())
                .toList();
    }
}
