package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.identity.Assurance;
import vn.motcua.identity.Caller;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.identity.Person;
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

    /** Decree 118/2025, article 17.1.a: the account that counts is that of whoever authorises. */
    @ParameterizedTest
    @CsvSource({
        "AUTHORISED_PERSON, true",
        "EMPLOYEE, true",
        "PARENT, false",
        "GUARDIAN, false",
        "LEGAL_REPRESENTATIVE, false"
    })
    void whereTheAccountOfAnotherCountsTheSessionStillIsAskedFor(Authority.Kind kind, boolean isOfAnother) {
        assertThat(refusal(1, 3, kind).isEmpty()).isEqualTo(isOfAnother);
        assertThat(refusal(2, 2, kind)).contains(new Refusal.SessionTooWeak(3));
        assertThat(refusal(2, 3, kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CITIZEN")
    void staffNeedNoLevels(Role role) {
        assertThat(Assured.refusal(ASKING, role, citizen(1, 1))).isEmpty();
    }

    private static Optional<Refusal> refusal(int account, int session) {
        return Assured.refusal(ASKING, Role.CITIZEN, citizen(account, session));
    }

    private static Optional<Refusal> refusal(int account, int session, Authority.Kind kind) {
        Submitter submitter = new Submitter(
                Person.Kind.CITIZEN,
                Optional.of(DossierFixtures.MAU.number()),
                DossierFixtures.MAU.name(),
                Optional.of(DossierFixtures.MAU.dateOfBirth()),
                new Authority(kind, Optional.empty()),
                List.of());
        Filing own = DossierFixtures.filing();
        Filing filing = new Filing(
                own.procedure(),
                own.caseCode(),
                own.competentUnit(),
                own.competentAgency(),
                own.channel(),
                own.resultDelivery(),
                own.applicant(),
                Optional.of(submitter),
                own.files(),
                own.words());
        return Assured.refusal(ASKING, filing, Role.CITIZEN, citizen(account, session));
    }

    private static Caller citizen(int account, int session) {
        return new Caller(
                "citizens|mau",
                Set.of(Role.CITIZEN),
                Optional.of(DossierFixtures.MAU),
                Set.of(),
                Optional.empty(),
                new Assurance(Optional.of(account), session),
                Set.of(),
                Optional.empty());
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
