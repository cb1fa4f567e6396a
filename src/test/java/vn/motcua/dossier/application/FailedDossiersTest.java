package vn.motcua.dossier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixtures.at;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierFixtures;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.DossierWarnings.Waiting;
import vn.motcua.dossier.application.DossierWarnings.Warned;
import vn.motcua.dossier.application.Recomputations.Unmoved;
import vn.motcua.platform.Lease;
import vn.motcua.platform.Leases;
import vn.motcua.platform.Snapshot;

/** A dossier that cannot be computed, filed at the end of all time, among others. */
class FailedDossiersTest {

    private static final Instant NOW = at("2026-03-02T11:00");
    private static final Dossier SOUND = filed(1, at("2026-03-02T09:00"));
    private static final Dossier POISONED = filed(2, Instant.MAX);
    private static final Dossier LAST = filed(3, at("2026-03-02T09:00"));
    private static final List<Dossier> ALL = List.of(SOUND, POISONED, LAST);
    private static final Leases HELD =
            (name, work) -> work.apply(new Lease(name, new UUID(0, 0), 1)).then();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WarningPlan plan =
            new WarningPlan(new WarningProperties(List.of(50, 80), List.of(1), Duration.ofSeconds(1)));

    @Test
    void aRecomputationPassesOneThatFailsAndCountsIt() {
        OnePage runs = new OnePage(ALL, 0);
        recompute(runs);
        assertThat(runs.kept.getFirst().unmoved()).extracting(Unmoved::dossier).containsExactly(SOUND.id(), LAST.id());
        assertThat(runs.steps.getFirst().lastDossier()).isEqualTo(LAST.id());
        assertThat(runs.steps.getFirst().examined()).isEqualTo(3);
        assertThat(count("motcua.deadlines.failed")).isEqualTo(OnePage.PAGES_A_TURN);
    }

    @Test
    void aTurnEndsAfterSomePagesInWhichNothingMoved() {
        OnePage runs = new OnePage(List.of(SOUND), 0);
        recompute(runs);
        assertThat(runs.kept).hasSize(OnePage.PAGES_A_TURN);
    }

    @Test
    void nothingIsCountedWhereAnotherHadMovedTheRunOn() {
        OnePage runs = new OnePage(List.of(SOUND), -1);
        recompute(runs);
        assertThat(runs.kept).hasSize(1);
        assertThat(count("motcua.deadlines.recomputed")).isZero();
    }

    @Test
    void aWarningThatFailsIsTriedAgainInAnHourAndHoldsUpNoOther() {
        List<Warned> given = new ArrayList<>();
        new WarnDeadlines(HELD, waiting(given), new OnePage(ALL, 0), states(), plan, log(), failed(), clock())
                .warn()
                .block();
        assertThat(given).extracting(warned -> warned.events().size()).containsExactly(1, 0, 1);
        assertThat(given.get(1).after()).isEqualTo(POISONED);
        assertThat(given.get(1).next()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(count("motcua.deadlines.failed")).isEqualTo(1);
    }

    private void recompute(Recomputations runs) {
        RecomputeProperties pace = new RecomputeProperties(ALL.size(), 500, Duration.ZERO);
        new RecomputeDeadlines(HELD, runs, states(), plan, log(), failed(), clock(), pace, meters)
                .recompute()
                .block();
    }

    private double count(String meter) {
        return meters.get(meter).counter().count();
    }

    private FailedDossiers failed() {
        return new FailedDossiers(meters);
    }

    private static EventLog log() {
        return new EventLog(new Identifiers());
    }

    private static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    private static KnownStates states() {
        Reference known = DossierFixtures.reference();
        return new KnownStates(
                () -> Mono.just(known.territory()),
                () -> Mono.just(new Snapshot<>(1, known.procedures())),
                () -> Mono.just(new Snapshot<>(1, known.calendar())));
    }

    private static DossierWarnings waiting(List<Warned> given) {
        return new DossierWarnings() {
            @Override
            public Mono<List<Waiting>> due(Instant moment) {
                return Mono.just(ALL.stream()
                        .map(dossier -> new Waiting(dossier, moment, Optional.empty(), List.of()))
                        .toList());
            }

            @Override
            public Mono<Integer> give(List<Warned> warned, Lease lease) {
                given.addAll(warned);
                return Mono.just(warned.size());
            }
        };
    }

    private static Dossier filed(long id, Instant filedAt) {
        Dossier any = DossierFixtures.filed(filedAt, Optional.of(at("2026-03-03T09:00")));
        return new Dossier(
                new UUID(0, id),
                any.version(),
                any.status(),
                any.tracking(),
                any.code(),
                any.routing(),
                any.matter(),
                any.milestones(),
                any.clock(),
                any.handedOverTo(),
                any.lastEventAt());
    }
}
