package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.Api;
import vn.motcua.MotcuaIT;
import vn.motcua.Owner;

/** The operator's alarm for what nobody knows who decides. */
@MotcuaIT
class WatchRoutingExceptionsIT {

    @LocalServerPort
    int port;

    @Autowired
    WatchRoutingExceptions watch;

    @Autowired
    MeterRegistry meters;

    @Test
    void theGaugeShowsHowManyThereAre() {
        Api api = new Api(port);
        api.file(api.token("citizen"), api.filing("01")).is(201);
        watch.count().block();
        long open = Owner.number("SELECT count(*) FROM dossier WHERE NOT routing_settled AND status = 1");
        assertThat(meters.get("motcua.routing.exceptions.open").gauge().value())
                .isEqualTo(open)
                .isPositive();
    }
}
