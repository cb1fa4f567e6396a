package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Access.Purpose;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/** What is recorded before somebody sees dossiers. */
class AccessTest {

    private static final Instant MOMENT = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private static Caller caller(Role role, Integer... agencies) {
        return new Caller("issuer|somebody", Set.of(role), Optional.empty(), Set.of(agencies), Optional.empty());
    }

    private static List<Access> queue(Caller caller, Shown... shown) {
        return Access.of(caller, Purpose.QUEUE, MOMENT, List.of(shown));
    }

    @Test
    void aListIsOneAccessForAnAgencyWithAllThatWasShown() {
        assertThat(queue(caller(Role.CLERK, 7), new Shown(ONE, 7, 7), new Shown(OTHER, 8, 7)))
                .containsExactly(new Access(
                        "issuer|somebody", Role.CLERK, Optional.of(7), Purpose.QUEUE, MOMENT, List.of(ONE, OTHER)));
    }

    @Test
    void aListOverTwoAgenciesIsOneAccessForEach() {
        assertThat(queue(caller(Role.LEADER, 7, 8), new Shown(ONE, 7, 9), new Shown(OTHER, 9, 8)))
                .extracting(Access::agency, Access::dossiers)
                .containsExactly(tuple(Optional.of(7), List.of(ONE)), tuple(Optional.of(8), List.of(OTHER)));
    }

    @Test
    void anOperatorSeesForNoAgency() {
        assertThat(queue(caller(Role.OPERATOR), new Shown(ONE, 7, 7)))
                .singleElement()
                .extracting(Access::agency)
                .isEqualTo(Optional.empty());
    }

    @Test
    void citizensAndEmptyPagesLeaveNone() {
        assertThat(queue(caller(Role.CITIZEN), new Shown(ONE, 7, 7))).isEmpty();
        assertThat(queue(caller(Role.CLERK, 7))).isEmpty();
    }
}
