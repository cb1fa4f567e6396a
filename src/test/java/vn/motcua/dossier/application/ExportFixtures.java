package vn.motcua.dossier.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.OneCalendar;
import vn.motcua.dossier.DossierFixtures;
import vn.motcua.dossier.LogPlace;
import vn.motcua.dossier.LogRange;
import vn.motcua.dossier.LogReach;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.Dossiers.Recorded;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.territory.Succession;
import vn.motcua.territory.Territory;
import vn.motcua.territory.TerritoryFixtures;

/** Small histories, and a log in memory that counts what is read of it. */
final class ExportFixtures {

    static final Instant NOW = Instant.parse("2026-03-05T02:00:00Z");
    static final LogRange.Asked ALL = new LogRange.Asked(Optional.empty(), Optional.empty());

    private static final Routing THANH_SEN = new Routing(32, 3, 32, 3);
    private static final Routing FROM_KY_ANH = new Routing(41, 4, 32, 3);

    private ExportFixtures() {}

    /** Two dossiers, the second taken in by another agency. */
    static List<Recorded> history() {
        return List.of(
                event(1, 1, "FILED", THANH_SEN, Map.of("procedureVersion", 1, "channel", "ONLINE")),
                event(2, 1, "FILED", FROM_KY_ANH, Map.of("procedureVersion", 1, "intakeRule", "INT-1")),
                event(
                        1,
                        2,
                        "ACCEPTED",
                        THANH_SEN,
                        Map.of("counts", List.of(Map.of("day", "2026-03-02", "received", 1)), "procedureVersion", 1)),
                event(1, 3, "HANDED_OVER", THANH_SEN, Map.of("toAgency", 21)));
    }

    /** So many dossiers that were only filed. */
    static List<Recorded> filings(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> event(number, 1, "FILED", THANH_SEN, Map.of("procedureVersion", 1)))
                .toList();
    }

    private static Recorded event(
            int dossier, int sequence, String type, Routing routing, Map<String, Object> payload) {
        var event = new LoggedEvent(
                new UUID(0x01955_50cf_3c07_000L, Long.MIN_VALUE | (16L * dossier + sequence)),
                new UUID(0x01955_50cf_3c07_000L, Long.MIN_VALUE | 16L * dossier),
                sequence,
                type,
                1,
                Instant.parse("2026-03-02T02:00:00Z"),
                Instant.parse("2026-03-02T02:00:00.123Z"),
                "CLERK",
                "agencies|\"clerk\"",
                routing,
                payload);
        return new Recorded(event, sha256(event.line()));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The lines of the whole log, as the auditor of the nation gets them. */
    static Flux<String> export(LogPages log) {
        return export(log, ALL, "VN");
    }

    static Flux<String> export(LogPages log, LogRange.Asked asked, String unit) {
        return new ExportLog(references(), log).lines(auditor(unit), asked, NOW);
    }

    static LogRange.Asked asked(String from, String to) {
        return new LogRange.Asked(LogPlace.parse(from), LogPlace.parse(to));
    }

    private static Caller auditor(String unit) {
        return new Caller("auditor", Set.of(Role.AUDITOR), Optional.empty(), Set.of(), Optional.of(unit));
    }

    private static References references() {
        var ky = new Succession(Optional.empty(), Optional.of(4), Succession.Kind.MERGED);
        var territory = new Territory(
                TerritoryFixtures.territory().units().toList(),
                List.of(ky, new Succession(Optional.of(4), Optional.of(3), Succession.Kind.PART)),
                TerritoryFixtures.territory().agencies().toList());
        Reference known = DossierFixtures.reference(territory);
        return new References(
                () -> Mono.just(territory), () -> Mono.just(known.procedures()), new OneCalendar(known.calendar()));
    }

    /** A log that notes which pages are asked for. */
    static final class Log implements LogPages {

        final List<Page> read = new ArrayList<>();
        private final List<Recorded> events;

        Log(List<Recorded> events) {
            this.events = events;
        }

        @Override
        public Mono<LogRange.Held> held(Optional<LocalDate> since, Optional<LocalDate> until) {
            return Mono.just(new LogRange.Held(events.size(), Optional.empty(), Optional.empty()));
        }

        @Override
        public Mono<List<Recorded>> read(Page page, LogReach.Granted reach) {
            return Mono.fromSupplier(() -> {
                read.add(page);
                return events.subList((int) page.from() - 1, (int) page.to());
            });
        }
    }
}
