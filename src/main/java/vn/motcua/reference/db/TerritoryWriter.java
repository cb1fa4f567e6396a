package vn.motcua.reference.db;

import java.util.Map;
import reactor.core.publisher.Mono;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.reference.TerritoryChanges;
import vn.motcua.reference.TerritoryChanges.AgencyEnd;
import vn.motcua.territory.AdministrativeUnit;

/** Adds units, successions and agencies, and ends what was open. */
final class TerritoryWriter {

    private final Batches batches;
    private final TerritoryChanges changes;

    TerritoryWriter(Statements statements, TerritoryChanges changes) {
        this.batches = new Batches(statements);
        this.changes = changes;
    }

    /** What ends comes first, since only one version of a code may be open. */
    Mono<Void> write() {
        return unitEnds()
                .then(Mono.defer(this::units))
                .then(Mono.defer(this::successions))
                .then(Mono.defer(this::agencies))
                .then(Mono.defer(this::agencyEnds))
                .then(Mono.defer(this::agencyVersions))
                .then(Mono.defer(this::identifierEnds))
                .then(Mono.defer(this::identifiers));
    }

    private Mono<Void> unitEnds() {
        return batches.run(
                """
                UPDATE administrative_unit u
                   SET valid_to = r.valid_to
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (version integer, valid_to date)
                 WHERE u.version = r.version
                   AND u.valid_to IS NULL
                RETURNING 1
                """,
                changes.unitEnds(),
                end -> new Columns()
                        .with("version", end.version())
                        .with("valid_to", end.validTo())
                        .map());
    }

    private Mono<Void> units() {
        return batches.run("""
            INSERT INTO administrative_unit (version, code, name, level, kind, valid_from, valid_to, parent)
            SELECT version, code, name, level, kind, valid_from, valid_to, parent
              FROM json_to_recordset(CAST(:rows AS json)) AS r (
                   version integer, code text, name text, level text, kind text, valid_from date, valid_to date,
                   parent integer)
            RETURNING 1
            """, changes.units(), TerritoryWriter::unit);
    }

    private static Map<String, Object> unit(AdministrativeUnit unit) {
        return new Columns()
                .with("version", unit.version())
                .with("code", unit.code())
                .with("name", unit.name())
                .with("level", unit.level())
                .with("kind", unit.kind())
                .with("valid_from", unit.validFrom())
                .with("valid_to", unit.validTo())
                .with("parent", unit.parent())
                .map();
    }

    /** The numbers go on from the last one; nobody else adds any while the number of territory is held. */
    private Mono<Void> successions() {
        return batches.run(
                """
                INSERT INTO unit_succession (id, old_unit, new_unit, kind, note, source)
                SELECT (SELECT coalesce(max(id), 0) FROM unit_succession) + row_number() OVER (),
                       old_unit, new_unit, kind, note, source
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (
                       old_unit integer, new_unit integer, kind text, note text, source text)
                RETURNING 1
                """,
                changes.successions(),
                added -> new Columns()
                        .with("old_unit", added.succession().from())
                        .with("new_unit", added.succession().to())
                        .with("kind", added.succession().kind())
                        .with("note", added.note())
                        .with("source", added.source())
                        .map());
    }

    private Mono<Void> agencies() {
        return batches.run(
                """
                INSERT INTO agency (id, kind, level, parent)
                SELECT id, kind, level, parent
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (id integer, kind text, level text, parent integer)
                RETURNING 1
                """,
                changes.agencies(),
                agency -> new Columns()
                        .with("id", agency.id())
                        .with("kind", agency.kind())
                        .with("level", agency.level())
                        .with("parent", agency.above())
                        .map());
    }

    private Mono<Void> agencyEnds() {
        return batches.run("""
            UPDATE agency_version v
               SET valid_to = r.valid_to
              FROM json_to_recordset(CAST(:rows AS json)) AS r (agency_id integer, valid_from date, valid_to date)
             WHERE v.agency_id = r.agency_id
               AND v.valid_from = r.valid_from
               AND v.valid_to IS NULL
            RETURNING 1
            """, changes.agencyEnds(), TerritoryWriter::end);
    }

    private Mono<Void> agencyVersions() {
        return batches.run(
                """
                INSERT INTO agency_version (agency_id, valid_from, valid_to, name, unit)
                SELECT agency_id, valid_from, valid_to, name, unit
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (
                       agency_id integer, valid_from date, valid_to date, name text, unit integer)
                RETURNING 1
                """,
                changes.agencyVersions(),
                added -> new Columns()
                        .with("agency_id", added.agency())
                        .with("valid_from", added.version().validFrom())
                        .with("valid_to", added.version().validTo())
                        .with("name", added.version().name())
                        .with("unit", added.version().unit())
                        .map());
    }

    private Mono<Void> identifierEnds() {
        return batches.run("""
            UPDATE agency_identifier i
               SET valid_to = r.valid_to
              FROM json_to_recordset(CAST(:rows AS json)) AS r (agency_id integer, valid_from date, valid_to date)
             WHERE i.agency_id = r.agency_id
               AND i.valid_from = r.valid_from
               AND i.valid_to IS NULL
            RETURNING 1
            """, changes.identifierEnds(), TerritoryWriter::end);
    }

    private Mono<Void> identifiers() {
        return batches.run(
                """
                INSERT INTO agency_identifier (agency_id, valid_from, valid_to, identifier, status)
                SELECT agency_id, valid_from, valid_to, identifier, status
                  FROM json_to_recordset(CAST(:rows AS json)) AS r (
                       agency_id integer, valid_from date, valid_to date, identifier text, status text)
                RETURNING 1
                """,
                changes.identifiers(),
                added -> new Columns()
                        .with("agency_id", added.agency())
                        .with("valid_from", added.identifier().validFrom())
                        .with("valid_to", added.identifier().validTo())
                        .with("identifier", added.identifier().identifier())
                        .with("status", added.identifier().provisional() ? "PROVISIONAL" : "OFFICIAL")
                        .map());
    }

    private static Map<String, Object> end(AgencyEnd end) {
        return new Columns()
                .with("agency_id", end.agency())
                .with("valid_from", end.validFrom())
                .with("valid_to", end.validTo())
                .map();
    }
}
