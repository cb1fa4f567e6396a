package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Level;

/**
 * A procedure as it stood over a span of days. The version in force on the day of reception decides a dossier's term.
 *
 * @param effectiveTo the last day, inclusive; empty while in force
 * @param level the level of the agencies that decide it
 * @param decidedBy the kind of agency that decides it
 */
public record ProcedureVersion(
        int id,
        ProcedureCode code,
        String name,
        String sector,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        Level level,
        AgencyKind decidedBy,
        List<Variant> variants) {

    public ProcedureVersion {
        variants = List.copyOf(variants);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom)
                && effectiveTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    public List<Variant> variantsFor(Channel channel) {
        return variants.stream().filter(variant -> variant.channel() == channel).toList();
    }
}
