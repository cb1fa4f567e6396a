package vn.motcua.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;

/** Procedures that say nothing but what a test is about. */
public final class ProcedureFixtures {

    public static final LocalDate FROM = LocalDate.of(2025, 7, 1);

    private static final Provenance PAGE =
            new Provenance(Optional.empty(), "1/QĐ", Optional.empty(), List.of(Level.COMMUNE), Optional.empty());

    private ProcedureFixtures() {}

    /** Decided by the police of the commune, in force since 2025-07-01. */
    public static ProcedureVersion procedure(int id, String code, String name, Variant... variants) {
        return procedure(id, code, name, Optional.empty(), variants);
    }

    public static ProcedureVersion procedure(
            int id, String code, String name, Optional<LocalDate> effectiveTo, Variant... variants) {
        return new ProcedureVersion(
                id,
                new ProcedureCode(code),
                name,
                "Sector",
                FROM,
                effectiveTo,
                List.of(Decider.of(Level.COMMUNE, AgencyKind.POLICE)),
                ClockPolicy.GENERAL,
                List.of(variants),
                PAGE,
                Optional.empty(),
                Optional.empty(),
                LeastAssurance.NONE);
    }

    /** The same version with other variants. */
    static ProcedureVersion with(ProcedureVersion version, List<Variant> variants) {
        return new ProcedureVersion(
                version.id(),
                version.code(),
                version.name(),
                version.sector(),
                version.effectiveFrom(),
                version.effectiveTo(),
                version.deciders(),
                version.policy(),
                variants,
                version.provenance(),
                version.retentionClass(),
                version.papers(),
                version.least());
    }

    public static Variant variant(Channel channel, String caseCode, Optional<Term> term) {
        return new Variant(
                channel,
                caseCode,
                "Case " + caseCode,
                ShownTerm.NONE,
                term,
                Optional.empty(),
                Fee.UNKNOWN,
                Listing.SHOWN);
    }
}
