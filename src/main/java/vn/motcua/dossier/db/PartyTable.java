package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.optional;
import static vn.motcua.platform.db.Rows.orNull;
import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Authority;
import vn.motcua.dossier.Represented;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.Parties;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.NumberKind;
import vn.motcua.identity.Person;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/** The parties of dossiers, by number. */
@Component
class PartyTable implements Parties {

    private final Database db;

    PartyTable(Database db) {
        this.db = db;
    }

    /** A household business is known by its owner's number, as tax code or as code of the business register. */
    @Override
    public Mono<Boolean> include(UUID dossier, CitizenId number) {
        return db.read(
                        Sql.of("""
                            SELECT EXISTS (SELECT
                                             FROM dossier_party p
                                            WHERE p.dossier_id = :dossier AND p.kind IN ('CITIZEN', 'ORGANISATION')
                                              AND p.number = ANY(:own)) AS included
                            """).bind("dossier", dossier).bind("own", new String[] {
                            number.digits(), NumberKind.BUSINESS_CODE.known(number.digits())
                        }),
                        PartyTable::included)
                .map(List::getFirst);
    }

    @Override
    public Mono<Represented> represented(UUID dossier, Optional<Person> asked) {
        return db.read(statement(dossier, asked), PartyTable::represented)
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    static Sql statement(UUID dossier, Optional<Person> asked) {
        return Sql.of("""
            SELECT CAST(e.payload AS json) -> 'representation' ->> 'authority' AS authority, e.occurred_at, r.readable_to,
                   EXISTS (SELECT FROM dossier_party a
                            WHERE a.dossier_id = r.dossier_id AND a.role = 'APPLICANT'
                              AND a.kind = :askedKind AND a.number = :askedNumber) AS by_applicant,
                   (SELECT CAST(count(*) AS integer) FROM dossier_event n
                     WHERE n.dossier_id = r.dossier_id AND n.type = 'REPRESENTATION_ENDED') AS ends
              FROM dossier_party r
              JOIN dossier_event e ON e.dossier_id = r.dossier_id AND e.sequence = 1
             WHERE r.dossier_id = :dossier AND r.role = 'REPRESENTATIVE'
            """)
                .bind("dossier", dossier)
                .bind(
                        "askedKind",
                        orNull(R2dbcType.VARCHAR, asked.map(Person::kind).map(Enum::name)))
                .bind("askedNumber", orNull(R2dbcType.VARCHAR, asked.map(Person::number)));
    }

    private static Represented represented(Readable row) {
        return new Represented(
                Authority.Kind.valueOf(required(row, "authority", String.class)),
                Timeliness.dayOf(required(row, "occurred_at", Instant.class)),
                optional(row, "readable_to", LocalDate.class),
                required(row, "ends", Integer.class),
                required(row, "by_applicant", Boolean.class));
    }

    @Override
    public Mono<Boolean> applies(UUID dossier, Person person) {
        return db.read(
                        Sql.of("""
                            SELECT EXISTS (SELECT
                                             FROM dossier_party p
                                            WHERE p.dossier_id = :dossier AND p.role = 'APPLICANT'
                                              AND p.kind = :kind AND p.number = :number) AS included
                            """)
                                .bind("dossier", dossier)
                                .bind("kind", person.kind().name())
                                .bind("number", person.number()),
                        PartyTable::included)
                .map(List::getFirst);
    }

    private static boolean included(Readable row) {
        return required(row, "included", Boolean.class);
    }
}
