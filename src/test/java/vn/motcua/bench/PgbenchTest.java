package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgbenchTest {

    private static final String SAID = """
        pgbench (15.14, server 18.6)
        transaction type: filing.sql
        number of transactions actually processed: 30000
        number of failed transactions: 2 (0.007%)
        latency average = 5.231 ms
        initial connection time = 20.120 ms
        tps = 3000.000000 (without initial connection time)
        """;

    @Test
    void readsWhatPgbenchSays() {
        var run = Pgbench.run(SAID, new Latencies(new long[] {1_000_000, 2_000_000}));
        assertThat(run.rate()).isEqualTo(3000);
        assertThat(run.errors()).isEqualTo(2);
        assertThat(run.latencies().count()).isEqualTo(30_000);
        assertThat(run.latencies().quantile(0.5)).isEqualTo(1);
        assertThat(run.latencies().quantile(0.99)).isEqualTo(2);
    }
}
