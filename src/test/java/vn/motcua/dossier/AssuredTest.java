package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.Assurance;
import vn.motcua.identity.Caller;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.identity.Role;
import vn.motcua.procedure.ProcedureFixtures;
import vn.motcua.procedure.ProcedureVersion;

class AssuredTest {

    private static final ProcedureVersion ASKING = asking(new LeastAssurance(2, 3));

    @Test
    void aCitizenNeedsWhatTheProcedureAsksFor() {
        assertThat(refusal(1, 3)).contains(new Refusal.AccountTooLow(2));
        assertThat(refusal(2, 2)).contains(new Refusal.SessionTooWeak(3));
        assertThat(refusal(2, 3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CITIZEN")
    void staffNeedNoLevels(Role role) {
        assertThat(Assured.refusal(ASKING, role, citizen(1, 1))).isEmpty();
    }

    private static Optional<Refusal> refusal(int account, int session) {
        return Assured.refusal(ASKING, Role.CITIZEN, citizen(account, session));
    }

    private static Caller citizen(int account, int session) {
        return new Caller(
                "citizens|mau",
                Set.of(Role.CITIZEN),
                Optional.of(DossierFixtures.MAU),
                Set.of(),
                Optional.empty(),
                new Assurance(Optional.of(account), session),
                Set.of());
    }

    private static ProcedureVersion asking(LeastAssurance least) {
        ProcedureVersion usual = ProcedureFixtures.procedure(1, "1.004222", "Procedure");
        return new ProcedureVersion(
                usual.id(),
                usual.code(),
                usual.name(),
                usual.sector(),
                usual.effectiveFrom(),
                usual.effectiveTo(),
                usual.deciders(),
                usual.policy(),
                usual.variants(),
                usual.provenance(),
                usual.retentionClass(),
                usual.papers(),
                least);
    }
}
