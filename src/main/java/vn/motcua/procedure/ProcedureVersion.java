package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Competence;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Territory;

/**
 * A procedure as it stood over a span of days. The version in force on the day of reception decides a dossier's term.
 *
 * @param effectiveTo the last day, inclusive; empty while in force
 * @param deciders which agencies decide it; empty while nobody knows
 * @param retentionClass how long dossiers are kept, by the sector's schedule; empty while unknown (Law 33/2024)
 * @param papers what the applicant must bring; empty while nobody loaded them, which is not the same as none
 * @param least how sure one must be of a citizen who files it
 */
public record ProcedureVersion(
        int id,
        ProcedureCode code,
        String name,
        String sector,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        List<Decider> deciders,
        ClockPolicy policy,
        List<Variant> variants,
        Provenance provenance,
        Optional<String> retentionClass,
        Optional<List<String>> papers,
        LeastAssurance least) {

    public ProcedureVersion {
        deciders = List.copyOf(deciders);
        variants = List.copyOf(variants);
        papers = papers.map(List::copyOf);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom)
                && effectiveTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The channels it is offered on, in the order of {@link Channel}. */
    public List<Channel> channels() {
        return variants.stream().map(Variant::channel).distinct().sorted().toList();
    }

    /** True when an agency that somebody named may decide it. */
    public boolean isDecidedBy(Agency agency) {
        return deciders.stream().anyMatch(decider -> decider.includes(agency));
    }

    /** Who decides it in a place on a day. */
    public Competence competentIn(AdministrativeUnit place, LocalDate day, Territory territory) {
        return Competence.of(deciders, place, day, territory);
    }

    public List<Variant> variantsFor(Channel channel) {
        return variants.stream().filter(variant -> variant.channel() == channel).toList();
    }

    /** As it may have stood from an earlier day on: nobody knows its terms, what started its clock, nor who decided it. */
    public ProcedureVersion unknownFrom(LocalDate day) {
        return new ProcedureVersion(
                id,
                code,
                name,
                sector,
                day,
                Optional.of(effectiveFrom.minusDays(1)),
                List.of(),
                ClockPolicy.GENERAL,
                variants.stream().map(Variant::withoutTerm).toList(),
                provenance,
                Optional.empty(),
                Optional.empty(),
                LeastAssurance.NONE);
    }

    /** The same version, where it is known of one agency that it decides it. */
    public ProcedureVersion decidedBy(Agency agency) {
        return new ProcedureVersion(
                id,
                code,
                name,
                sector,
                effectiveFrom,
                effectiveTo,
                List.of(new Decider(agency.level(), agency.kind(), Optional.of(agency.id()))),
                policy,
                variants,
                provenance,
                retentionClass,
                papers,
                least);
    }

    /** The same version once somebody has confirmed a term for some of its variants. */
    public ProcedureVersion confirmed(List<Variant> confirmed, TermConfirmation word) {
        return new ProcedureVersion(
                id,
                code,
                name,
                sector,
                effectiveFrom,
                effectiveTo,
                deciders,
                policy,
                variants.stream()
                        .map(variant -> confirmed.contains(variant) ? variant.confirmed(word) : variant)
                        .toList(),
                provenance,
                retentionClass,
                papers,
                least);
    }
}
