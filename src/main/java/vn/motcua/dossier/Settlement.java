package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.procedure.Channel;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;

/** Somebody names the agency that decides a dossier, where our tables did not know it when it was filed. */
record Settlement(Dossier dossier, Instant at, Reference reference) {

    Decision on(String named) {
        Optional<Agency> agency = reference.territory().agencyOn(named, Timeliness.dayOf(at));
        if (agency.isEmpty()) {
            return new Decision.Refused(new Refusal.UnknownAgency("/competentAgency"));
        }
        return decides(agency.get()) && mayBeTakenInFor(agency.get())
                ? new Decision.Allowed(routed(agency.get()))
                : new Decision.Refused(new Refusal.AgencyNotCompetent("/competentAgency"));
    }

    /** Any agency that exists as long as nobody knows who decides; else one of those that do. */
    private boolean decides(Agency agency) {
        return reference
                .procedures()
                .version(dossier.matter().procedureVersion())
                .map(filed -> reference
                        .procedures()
                        .inForce(filed.code(), Timeliness.dayOf(at))
                        .orElse(filed))
                .filter(version -> !version.deciders().isEmpty())
                .map(version -> version.isDecidedBy(agency))
                .orElse(true);
    }

    /** By the rule and the map of the day of filing, as if it had been known then. */
    private boolean mayBeTakenInFor(Agency agency) {
        Territory territory = reference.territory();
        Optional<AdministrativeUnit> here = territory.unit(dossier.routing().receivingUnit());
        Optional<AdministrativeUnit> there =
                territory.agency(agency.id(), filedOn()).map(territory::placeOf);
        return intakeRule(agency)
                .map(rule -> rule.allows(here.orElseThrow(), there.orElseThrow(), territory))
                .orElse(true);
    }

    private DossierEvent routed(Agency agency) {
        int place = reference.territory().placeOf(agency).version();
        return new DossierEvent.Routed(
                at,
                agency.id(),
                place,
                intakeRule(agency),
                new Holder(
                        dossier.routing().competentAgency(), dossier.routing().competentUnit()));
    }

    /** Empty for the agency that took it in, and for what a citizen filed online: borders bind desks. */
    private Optional<BoundaryRule> intakeRule(Agency agency) {
        return dossier.matter().channel() == Channel.ONLINE || dossier.routing().receivingAgency() == agency.id()
                ? Optional.empty()
                : Optional.of(BoundaryRule.on(filedOn()));
    }

    private LocalDate filedOn() {
        return Timeliness.dayOf(dossier.milestones().filedAt().orElse(at));
    }
}
