package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role that serves requests can do no more than it uses, and never changes what happened. */
@MotcuaIT
class GrantsIT {

    private static final Map<String, String> GRANTS = Map.ofEntries(
            Map.entry("administrative_unit", "INSERT,SELECT"),
            Map.entry("agency", "INSERT,SELECT"),
            Map.entry("agency_identifier", "INSERT,SELECT"),
            Map.entry("procedure_version", "INSERT,SELECT"),
            Map.entry("procedure_variant", "INSERT,SELECT"),
            Map.entry("unit_succession", "INSERT,SELECT"),
            Map.entry("agency_version", "INSERT,SELECT"),
            Map.entry("procedure_decider", "INSERT,SELECT"),
            Map.entry("confirmation_answer", "DELETE,INSERT,SELECT"),
            Map.entry("term_confirmation", "INSERT,SELECT"),
            Map.entry("reference_version", "SELECT,UPDATE"),
            Map.entry("reference_import", "INSERT,SELECT,UPDATE"),
            Map.entry("calendar_version", "INSERT,SELECT"),
            Map.entry("calendar_day", "INSERT,SELECT"),
            Map.entry("calendar_hours", "INSERT,SELECT"),
            Map.entry("calendar_closure", "INSERT,SELECT"),
            Map.entry("dossier", "INSERT,SELECT,UPDATE"),
            Map.entry("agency_day", "INSERT,SELECT,UPDATE"),
            Map.entry("dossier_event", "INSERT,SELECT"),
            Map.entry("code_registry", "INSERT,SELECT"),
            Map.entry("deadline_recomputation", "INSERT,SELECT,UPDATE"),
            Map.entry("dossier_access", "INSERT,SELECT"),
            Map.entry("dossier_due_before", "INSERT,SELECT"),
            Map.entry("dossier_answer_before", "INSERT,SELECT"),
            Map.entry("dossier_party", "DELETE,INSERT,SELECT"),
            Map.entry("dossier_private", "DELETE,INSERT,SELECT"),
            Map.entry("idempotency", "DELETE,INSERT,SELECT"),
            Map.entry("figure_delta", "SELECT"),
            Map.entry("figure_late", "SELECT"),
            Map.entry("figure_checkpoint", "SELECT"),
            Map.entry("figure_unit", "SELECT"),
            Map.entry("figure_province_day", "SELECT"),
            Map.entry("figure_province_before", "SELECT"),
            Map.entry("figure_agency_day", "SELECT"),
            Map.entry("figure_agency_before", "SELECT"),
            Map.entry("figure_nation_topic_day", "SELECT"),
            Map.entry("figure_nation_topic_before", "SELECT"),
            Map.entry("figure_province_topic_day", "SELECT"),
            Map.entry("figure_province_topic_before", "SELECT"),
            Map.entry("figure_detail_day", "SELECT"),
            Map.entry("figure_detail_before", "SELECT"),
            Map.entry("staff_assignment", "INSERT,SELECT"),
            Map.entry("staff_assignment_end", "INSERT"),
            Map.entry("lease", "SELECT,UPDATE"),
            Map.entry("log_position", "SELECT"),
            Map.entry("log_day", "SELECT"),
            Map.entry("notice", "SELECT"),
            Map.entry("notice_reader", "SELECT"),
            Map.entry("simulated_clock", "INSERT,SELECT,UPDATE"),
            Map.entry("flyway_schema_history", "SELECT"));

    @Test
    void theServingRoleHasTheseRightsAndNoOther() {
        assertThat(granted()).isEqualTo(new TreeMap<>(GRANTS));
    }

    /** Reference data are added to, and what is open gets its end. */
    @Test
    void theServingRoleRewritesOnlyEnds() {
        assertThat(Owner.rows("""
            SELECT a.attrelid::regclass::text || '.' || a.attname AS changed
              FROM pg_attribute a
             WHERE a.attacl IS NOT NULL
               AND has_column_privilege('motcua_service', a.attrelid, a.attnum, 'UPDATE')
             ORDER BY changed
            """).stream().map(row -> row.get("changed")))
                .containsExactly(
                        "administrative_unit.valid_to",
                        "agency_identifier.valid_to",
                        "agency_version.valid_to",
                        "calendar_closure.taken_back_by",
                        "calendar_hours.taken_back_by",
                        "dossier_party.readable_to",
                        "notice_reader.read_to",
                        "procedure_version.effective_to",
                        "staff_assignment.ended_at",
                        "staff_assignment.ended_by",
                        "staff_assignment.valid_to");
    }

    @Test
    void theServingRoleOwnsNothingAndInheritsNothing() {
        assertThat(Owner.rows("SELECT relname FROM pg_class WHERE relowner = 'motcua_service'::regrole"))
                .isEmpty();
        assertThat(Owner.rows("SELECT roleid FROM pg_auth_members WHERE member = 'motcua_service'::regrole"))
                .isEmpty();
        assertThat(Owner.rows("SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles"
                        + " WHERE rolname = 'motcua_service'"))
                .allSatisfy(role -> assertThat(role.values()).containsOnly(false));
    }

    @Test
    void nobodyElseHasRightsOnTheTables() {
        assertThat(Owner.rows("SELECT grantee, table_name FROM information_schema.role_table_grants"
                        + " WHERE table_schema = 'public' AND grantee NOT IN ('motcua_owner', 'motcua_service')"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE dossier_event SET type = 'X'",
                "DELETE FROM dossier_event",
                "TRUNCATE dossier_event",
                "ALTER TABLE dossier_event DISABLE TRIGGER figures",
                "DROP TRIGGER figures ON dossier_event",
                "INSERT INTO figure_delta (province, unit_version, agency_id, procedure_version_id, channel, axis, day,"
                        + " received) VALUES (1, 1, 1, 1, 1, 0, '2026-03-02', 1)",
                "UPDATE figure_delta SET received = 0",
                "DELETE FROM figure_detail_day",
                "UPDATE figure_province_day SET received = 0",
                "DELETE FROM figure_late",
                "SELECT add_figures('SELECT * FROM figure_delta', gen_random_uuid(), 1, 1)",
                "DELETE FROM figure_delta",
                "SELECT add_rebuilt('true')",
                "UPDATE figure_rebuild SET token = 0",
                "CALL rebuild_figures('2026-01-01', 1)",
                "INSERT INTO log_position (position, dossier_id, sequence) VALUES (1, gen_random_uuid(), 1)",
                "UPDATE log_position SET position = position + 1",
                "DELETE FROM log_position",
                "INSERT INTO log_day (day, first_position, last_position) VALUES ('2026-03-02', 1, 1)",
                "UPDATE log_day SET last_position = 1",
                "DELETE FROM log_day",
                "SELECT tell_notices(1, 2, 0)",
                "INSERT INTO notice (reader, position) VALUES (1, 1)",
                "DELETE FROM notice_reader",
                "INSERT INTO lease (name) VALUES ('mine')",
                "DELETE FROM lease",
                "DELETE FROM simulated_clock",
                "TRUNCATE simulated_clock",
                "DELETE FROM dossier",
                "UPDATE dossier_party SET number = 'X'",
                "UPDATE dossier_access SET purpose = 'QUEUE'",
                "DELETE FROM dossier_access",
                "UPDATE staff_assignment SET role = 'OPERATOR'",
                "DELETE FROM staff_assignment",
                "UPDATE calendar_version SET note = 'X'",
                "UPDATE calendar_hours SET since = since + 1",
                "DELETE FROM calendar_closure",
                "UPDATE staff_assignment_end SET last_day = '2026-03-02'",
                "DELETE FROM staff_assignment_end",
                "UPDATE agency_version SET name = 'X'",
                "UPDATE flyway_schema_history SET success = false",
                "CREATE TABLE public.mine (id int)",
                "CREATE SCHEMA mine",
                "CREATE TEMP TABLE mine (id int)",
                "SELECT rolpassword FROM pg_authid",
                "SET ROLE motcua_owner",
                "SET session_replication_role = 'replica'"
            })
    void theServingRoleCannot(String statement) throws SQLException {
        try (var service = TestDatabase.shared().service();
                var sent = service.createStatement()) {
            assertThatThrownBy(() -> sent.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private static Map<String, String> granted() {
        List<Map<String, Object>> rows = Owner.rows("""
            SELECT c.relname AS table_name, p.privilege
              FROM pg_class c
             CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER',
                                     'MAINTAIN']) AS p (privilege)
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
               AND has_table_privilege('motcua_service', c.oid, p.privilege)
             ORDER BY c.relname, p.privilege
            """);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row.get("table_name"),
                        TreeMap::new,
                        Collectors.mapping(row -> (String) row.get("privilege"), Collectors.joining(","))));
    }
}
