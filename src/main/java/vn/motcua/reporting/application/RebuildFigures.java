package vn.motcua.reporting.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.StartRefused;
import vn.motcua.reporting.application.Rebuild.Difference;
import vn.motcua.reporting.application.Rebuild.Progress;
import vn.motcua.reporting.application.Rebuild.Turn;

/** Makes every figure anew from the log, says where those in use were wrong, and puts the new ones in their place. */
@Service
public class RebuildFigures {

    private static final List<String> COMPARED =
            List.of("province", "agency", "nation_topic", "province_topic", "detail", "late");

    /** How often the tables are asked for, which acts and questions use all the time. */
    private static final int PATIENCE = 200;

    private final Rebuild rebuild;
    private final InstantSource clock;

    RebuildFigures(Rebuild rebuild, InstantSource clock) {
        this.rebuild = rebuild;
        this.clock = clock;
    }

    /**
     * Goes on with what an earlier rebuild did not finish, or begins.
     *
     * <p>Errors: {@link StartRefused} when another rebuild took over.
     *
     * @param isCheck true to leave the figures as they are
     * @param progress is told of every part
     * @return where figures in use are not what the log says
     */
    public Mono<List<Difference>> run(boolean isCheck, Consumer<Progress> progress) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return rebuild.begin(UUID.randomUUID(), today)
                .flatMap(turn -> complete(turn, progress)
                        .then(Mono.defer(this::differences))
                        .flatMap(differences -> end(turn, isCheck, progress).thenReturn(differences)));
    }

    private Mono<Progress> complete(Turn turn, Consumer<Progress> progress) {
        return rebuild.step(turn)
                .map(found -> found.stream().findFirst().orElseThrow(RebuildFigures::takenOver))
                .doOnNext(progress)
                .flatMap(at -> at.isComplete() ? Mono.just(at) : complete(turn, progress));
    }

    private Mono<List<Difference>> differences() {
        return Flux.fromIterable(COMPARED)
                .concatMap(rebuild::differences)
                .concatMapIterable(found -> found)
                .collectList();
    }

    private Mono<Boolean> end(Turn turn, boolean isCheck, Consumer<Progress> progress) {
        return isCheck
                ? rebuild.drop(turn).filter(done -> done).switchIfEmpty(Mono.error(RebuildFigures::takenOver))
                : finish(turn, progress, PATIENCE);
    }

    /** What came while it waited is read before the next try, so that the last part stays short. */
    private Mono<Boolean> finish(Turn turn, Consumer<Progress> progress, int tries) {
        if (tries == 0) {
            return Mono.error(
                    () -> new StartRefused("The figures are in use without a pause; begin again: it goes on"));
        }
        return rebuild.finish(turn)
                .flatMap(done -> done
                        ? Mono.just(true)
                        : complete(turn, progress).then(Mono.defer(() -> finish(turn, progress, tries - 1))));
    }

    private static StartRefused takenOver() {
        return new StartRefused("Another rebuild took over");
    }
}
