package vn.motcua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.motcua.bench.Cpu.Times;

class CpuTest {

    private static final String POSTMASTER =
            "4711 (postgres: io) (x)) S 1 4711 4711 0 -1 4194560 900 800 7 6 20 30 400 500 20 0 1 0 5000 200 300 1";

    @Test
    void readsTimesBehindANameWithSpacesAndParentheses() {
        assertThat(Times.parse(POSTMASTER)).isEqualTo(new Times(1, 50, 900));
    }

    @Test
    void childrenThatEndedStillCount() throws IOException, InterruptedException {
        long self = ProcessHandle.current().pid();
        double before = Cpu.ofFamily(self);
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done")
                .start()
                .waitFor();
        assertThat(Cpu.ofFamily(self)).isGreaterThan(before);
    }

    @Test
    void isSharedOutToAThousandRequests() {
        Cpu spent = new Cpu(12, 6, 3).minus(new Cpu(2, 1, 1));
        assertThat(spent.perThousandOf(5_000)).isEqualTo(new Cpu(2, 1, 0.4));
    }
}
