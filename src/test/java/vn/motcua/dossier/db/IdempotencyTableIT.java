package vn.motcua.dossier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.HandHeld;
import vn.motcua.MotcuaIT;
import vn.motcua.Owner;
import vn.motcua.TestDatabase;
import vn.motcua.dossier.application.Dossiers;
import vn.motcua.platform.Lease;

/** First answers are forgotten a thousand at a time, by the holder of the lease and nobody else. */
@MotcuaIT
class IdempotencyTableIT {

    private static final Instant MOMENT = Instant.parse("2001-01-01T00:00:00Z");

    @Autowired
    Dossiers dossiers;

    @Test
    void onlyTheHolderForgetsAndOnlyWhatIsOlder() throws Exception {
        try (var held = HandHeld.take(TestDatabase.shared(), "answers-sweep")) {
            Owner.run("""
                INSERT INTO idempotency (caller, key, request, dossier_id, home_agency_id, status, version, body,
                                         created_at)
                SELECT 'sweep', n, 'x', gen_random_uuid(), 1, 200, 1, '{}',
                       CASE WHEN n <= 1200 THEN timestamptz '2000-12-31T23:59:59Z' ELSE timestamptz '2001-01-01T00:00:00Z' END
                  FROM generate_series(1, 1201) AS n
                """);
            Lease lease = held.lease();
            assertThat(forget(new Lease(lease.name(), lease.holder(), lease.token() - 1)))
                    .isZero();
            assertThat(forget(new Lease("figures-fold", lease.holder(), lease.token())))
                    .isZero();
            assertThat(forget(lease)).isEqualTo(1000);
            assertThat(forget(lease)).isEqualTo(200);
            assertThat(forget(lease)).isZero();
            assertThat(Owner.number("SELECT count(*) FROM idempotency WHERE caller = 'sweep'"))
                    .isEqualTo(1);
        } finally {
            Owner.run("DELETE FROM idempotency WHERE caller = 'sweep'");
        }
    }

    private int forget(Lease lease) {
        return dossiers.forgetAnswersBefore(MOMENT, lease).block();
    }
}
