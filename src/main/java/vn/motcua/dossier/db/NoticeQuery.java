package vn.motcua.dossier.db;

import static vn.motcua.platform.db.Rows.required;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Notices;
import vn.motcua.identity.Person;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;

/**
 * Notices as the log tells them, found by the positions that {@code tell_notices} wrote for their readers. {@code OFFSET 0}
 * keeps the planner from joining all dossiers of the reader first: pages and counts read as many notices as they answer.
 */
@Component
class NoticeQuery implements Notices {

    private final Database db;

    NoticeQuery(Database db) {
        this.db = db;
    }

    @Override
    public Mono<List<Notice>> of(Person person, LocalDate day, Between where, int limit) {
        return db.read(
                page(person, day, where, limit),
                row -> new Notice(
                        required(row, "position", Long.class),
                        DossierEventTable.recorded(row).event()));
    }

    static Sql page(Person person, LocalDate day, Between where, int limit) {
        return Sql.of(DossierEventTable.SELECT + """
                   , few.position
              FROM (SELECT n.position, p.dossier_id, p.sequence
                      FROM notice n
                      JOIN log_position p ON p.position = n.position
                     WHERE n.reader = (SELECT r.id FROM notice_reader r
                                        WHERE r.kind = :kind AND r.number = :number)
                       AND n.position > :after AND n.position < :before
                       AND EXISTS (SELECT FROM dossier_party a
                                    WHERE a.dossier_id = p.dossier_id AND a.kind = :kind AND a.number = :number
                                      AND (a.readable_to IS NULL OR a.readable_to >= :day)
                                   OFFSET 0)
                     ORDER BY n.position DESC
                     LIMIT :limit) few
              JOIN dossier_event e ON e.dossier_id = few.dossier_id AND e.sequence = few.sequence
             ORDER BY few.position DESC
            """)
                .bind("kind", person.kind().name())
                .bind("number", person.number())
                .bind("day", day)
                .bind("after", where.after())
                .bind("before", where.before())
                .bind("limit", limit);
    }

    @Override
    public Mono<Unread> unread(Person person, LocalDate day) {
        return db.read(
                        count(person, day),
                        row -> new Unread(required(row, "read_to", Long.class), required(row, "unread", Integer.class)))
                .map(found -> found.stream().findFirst().orElse(new Unread(0, 0)));
    }

    static Sql count(Person person, LocalDate day) {
        return Sql.of("""
            SELECT r.read_to,
                   (SELECT CAST(count(*) AS integer)
                      FROM (SELECT
                              FROM notice n
                              JOIN log_position p ON p.position = n.position
                             WHERE n.reader = r.id AND n.position > r.read_to
                               AND EXISTS (SELECT FROM dossier_party a
                                            WHERE a.dossier_id = p.dossier_id
                                              AND a.kind = :kind AND a.number = :number
                                              AND (a.readable_to IS NULL OR a.readable_to >= :day)
                                           OFFSET 0)
                             ORDER BY n.position DESC
                             LIMIT :most) few) AS unread
              FROM notice_reader r
             WHERE r.kind = :kind AND r.number = :number
            """)
                .bind("kind", person.kind().name())
                .bind("number", person.number())
                .bind("day", day)
                .bind("most", COUNTED + 1);
    }

    /** Looked at again under the row's lock, so that of two at once the later position stays. */
    @Override
    public Mono<Void> readUntil(Person person, long position) {
        return db.act(
                        Sql.of("""
                            UPDATE notice_reader m
                               SET read_to = seen.position
                              FROM (SELECT r.id,
                                           (SELECT max(n.position) FROM notice n
                                             WHERE n.reader = r.id AND n.position <= :position) AS position
                                      FROM notice_reader r
                                     WHERE r.kind = :kind AND r.number = :number) seen
                             WHERE m.id = seen.id AND m.read_to < seen.position
                            RETURNING m.read_to
                            """)
                                .bind("kind", person.kind().name())
                                .bind("number", person.number())
                                .bind("position", position),
                        row -> required(row, "read_to", Long.class))
                .then();
    }
}
