package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.motcua.HandHeld;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;
import vn.motcua.TestDatabase;

/** The scheduler asks once for what forgets and runs that again and again: each run is of its own moment. */
@MovableClockIT
class ForgetAnswersIT {

    @Autowired
    Dossiers dossiers;

    @Autowired
    MovableClock clock;

    @AfterEach
    void leavesNothing() {
        Owner.run("DELETE FROM idempotency WHERE caller = 'forget'");
    }

    @Test
    void anAnswerIsForgottenByTheRunThirtyDaysLater() throws SQLException {
        Owner.run("""
            INSERT INTO idempotency (caller, key, request, dossier_id, home_agency_id, status, version, body, created_at)
            VALUES ('forget', '1', 'x', gen_random_uuid(), 1, 200, 1, '{}', '2001-06-01T00:00:00Z')
            """);
        try (var held = HandHeld.take(TestDatabase.shared(), "answers-sweep")) {
            var forgetting =
                    new ForgetAnswers((name, work) -> work.apply(held.lease()).then(), dossiers, clock);
            clock.moveTo("2001-07-01T07:00");
            Mono<Void> run = forgetting.forget();
            run.block();
            assertThat(kept()).isEqualTo(1);
            clock.moveTo("2001-07-01T07:00:00.001");
            run.block();
            assertThat(kept()).isZero();
        }
    }

    private static long kept() {
        return Owner.number("SELECT count(*) FROM idempotency WHERE caller = 'forget'");
    }
}
