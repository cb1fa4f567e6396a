package vn.motcua.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies in the database, as far as questions name it.
 *
 * @param dossiers how many there are
 * @param desks agencies with the most dossiers that have a due moment, those first
 * @param units communes whose dossiers are filed for
 * @param provinces codes in force
 * @param communes codes in force of communes with dossiers
 * @param procedures codes
 * @param first the day of the first dossier
 * @param last the day of the last one that was loaded; what runs file comes later
 */
record Stock(
        long dossiers,
        List<Desk> desks,
        List<String> units,
        List<String> provinces,
        List<String> communes,
        List<String> procedures,
        LocalDate first,
        LocalDate last) {

    /** A desk and some of its dossiers. */
    record Desk(int agency, List<String> dossiers) {}

    private static final int DESKS = 20;
    private static final int DOSSIERS_A_DESK = 200;

    static Stock of(BenchDatabase database) throws SQLException {
        List<Desk> desks = new ArrayList<>();
        for (String agency : database.list("""
            SELECT competent_agency_id FROM dossier WHERE due_at IS NOT NULL GROUP BY competent_agency_id
             ORDER BY count(*) DESC, competent_agency_id LIMIT %d
            """.formatted(DESKS))) {
            desks.add(new Desk(
                    Integer.parseInt(agency),
                    database.list(
                            "SELECT id FROM dossier WHERE competent_agency_id = %s AND due_at IS NOT NULL ORDER BY md5(id::text) LIMIT %d"
                                    .formatted(agency, DOSSIERS_A_DESK))));
        }
        String period = database.ask("""
            SELECT min(filed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date || ' '
                   || max(filed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM dossier WHERE filed_at < '%s'
            """.formatted(Loading.END));
        return new Stock(
                Long.parseLong(database.ask("SELECT count(*) FROM dossier")),
                desks,
                database.list("""
                    SELECT u.code FROM administrative_unit u
                     WHERE u.level = 'COMMUNE' AND u.valid_to IS NULL
                       AND EXISTS (SELECT FROM agency_version v WHERE v.unit = u.version AND v.valid_to IS NULL)
                     ORDER BY md5(u.code) LIMIT 200
                    """),
                database.list(
                        "SELECT code FROM administrative_unit WHERE level = 'PROVINCE' AND valid_to IS NULL ORDER BY"
                                + " 1"),
                database.list("""
                    SELECT DISTINCT u.code FROM dossier d JOIN administrative_unit u ON u.version = d.competent_unit
                     WHERE u.level = 'COMMUNE' AND u.valid_to IS NULL LIMIT 500
                    """),
                database.list("""
                    SELECT DISTINCT p.code FROM procedure_version p WHERE p.id IN (SELECT procedure_version_id FROM dossier)
                     LIMIT 50
                    """),
                LocalDate.parse(period.substring(0, 10)),
                LocalDate.parse(period.substring(11)));
    }
}
