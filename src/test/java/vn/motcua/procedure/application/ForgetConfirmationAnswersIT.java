package vn.motcua.procedure.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;
import vn.motcua.Owner;

/** The scheduler asks once for what forgets and runs that again and again: each run is of its own moment. */
@MovableClockIT
class ForgetConfirmationAnswersIT {

    @Autowired
    ForgetConfirmationAnswers forgetting;

    @Autowired
    MovableClock clock;

    @AfterEach
    void leavesNothing() {
        Owner.run("DELETE FROM confirmation_answer WHERE caller = 'forget'");
    }

    @Test
    void anAnswerIsForgottenByTheRunThirtyDaysLater() {
        clock.moveTo("2001-07-01T07:00");
        Owner.run("""
            INSERT INTO confirmation_answer (caller, key, request, body, created_at)
            VALUES ('forget', '1', 'x', '{}', '2001-06-01T00:00:00Z')
            """);
        Mono<Void> run = forgetting.forget();
        run.block();
        assertThat(kept()).isEqualTo(1);
        clock.moveTo("2001-07-01T07:00:00.001");
        run.block();
        assertThat(kept()).isZero();
    }

    private static long kept() {
        return Owner.number("SELECT count(*) FROM confirmation_answer WHERE caller = 'forget'");
    }
}
