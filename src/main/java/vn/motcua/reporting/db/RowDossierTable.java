package vn.motcua.reporting.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Routing;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.platform.json.CanonicalJson;
import vn.motcua.reporting.Fact;
import vn.motcua.reporting.application.LoggedFact;
import vn.motcua.reporting.application.RowDossiers;

/** The dossiers behind figures, each with its events. */
@Component
class RowDossierTable implements RowDossiers {

    /** Before every dossier. */
    private static final Position FIRST = new Position(Instant.EPOCH, new UUID(0, 0));

    private final Database db;

    RowDossierTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<Candidate>> next(Search search, Optional<Position> after, int most) {
        Position from = after.orElse(FIRST);
        return db.read(
                during(Sql.of(RowDossierSql.of(search).text()), search)
                        .bind("units", ids(search.units()))
                        .bind("agency", search.agency())
                        .bind("procedures", ids(search.procedures()))
                        .bind("channel", search.channel().map(Enum::name).orElse(""))
                        .bind("afterAt", from.acceptedAt())
                        .bind("afterId", from.id())
                        .bind("most", most),
                RowDossierTable::candidate);
    }

    private static Sql during(Sql statement, Search search) {
        return switch (search.when()) {
            case When.Accepted(Instant from, Instant before) ->
                statement.bind("acceptedFrom", from).bind("acceptedBefore", before);
            case When.Ended(Instant from, Instant before) ->
                statement.bind("endedFrom", from).bind("endedBefore", before).bind("isLate", search.isLate());
            case When.There(Instant acceptedBefore, Instant endedFrom) ->
                statement
                        .bind("acceptedBefore", acceptedBefore)
                        .bind("endedFrom", endedFrom)
                        .bind("knownUntil", search.knownUntil())
                        .bind("isLate", search.isLate());
        };
    }

    private static Integer[] ids(Set<Integer> ids) {
        return ids.stream().sorted().toArray(Integer[]::new);
    }

    private static Candidate candidate(Readable row) {
        UUID id = required(row, "id", UUID.class);
        Object events =
                CanonicalJson.read(required(row, "history", String.class)).get("events");
        return new Candidate(
                new Position(required(row, "accepted_at", Instant.class), id),
                required(row, "tracking_code", String.class),
                optional(row, "code", String.class),
                events instanceof List<?> list
                        ? list.stream()
                                .map(event -> fact(id, (Map<?, ?>) event))
                                .toList()
                        : List.of());
    }

    @SuppressWarnings("unchecked")
    private static Fact fact(UUID dossier, Map<?, ?> event) {
        Map<String, Object> payload = (Map<String, Object>) of(event, "payload", Map.class);
        return LoggedFact.of(new LoggedEvent(
                UUID.fromString(of(event, "id", String.class)),
                dossier,
                of(event, "sequence", Integer.class),
                of(event, "type", String.class),
                of(event, "schemaVersion", Integer.class),
                moment(event, "occurredAt"),
                moment(event, "recordedAt"),
                of(event, "actorKind", String.class),
                "",
                new Routing(
                        of(event, "receivingAgency", Integer.class),
                        of(event, "receivingUnit", Integer.class),
                        of(event, "competentAgency", Integer.class),
                        of(event, "competentUnit", Integer.class),
                        LoggedEvent.isSettled(payload)),
                payload));
    }

    private static Instant moment(Map<?, ?> event, String name) {
        return OffsetDateTime.parse(of(event, name, String.class)).toInstant();
    }

    private static <T> T of(Map<?, ?> event, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(event.get(name)));
    }
}
