package vn.motcua.dossier;

import vn.motcua.Owner;

/** A procedure that only a test knows, online and at the counter, decided by the commune's police, which asks for levels. */
public final class LevelledProcedure {

    private final int version;
    private final String code;

    /** @param version a number of its own, for each test that publishes one */
    public LevelledProcedure(int version, String code) {
        this.version = version;
        this.code = code;
    }

    public String code() {
        return code;
    }

    public void publish() {
        Owner.run("""
            INSERT INTO procedure_version (id, code, name, sector, effective_from, decision, levels, source)
            VALUES (?, ?, 'Thủ tục chỉ để thử mức độ', 'Thử', '2025-07-01', '1/QĐ', '{COMMUNE}', 'test')
                ON CONFLICT (id) DO UPDATE SET effective_to = NULL
            """, version, code);
        Owner.run("""
            INSERT INTO procedure_decider (procedure_version, level, kind) VALUES (?, 'COMMUNE', 'POLICE')
                ON CONFLICT DO NOTHING
            """, version);
        Owner.run("""
            INSERT INTO procedure_variant (procedure_version, channel, case_code, case_name)
            VALUES (?, 'ONLINE', 'default', 'Thông thường'), (?, 'COUNTER', 'default', 'Thông thường')
                ON CONFLICT DO NOTHING
            """, version, version);
    }

    /** Both in the words of SQL. It counts at the next look at reference data. */
    public void ask(String account, String session) {
        Owner.run(
                "UPDATE procedure_version SET account_level = CAST(NULLIF(?, 'NULL') AS smallint),"
                        + " authentication_level = CAST(NULLIF(?, 'NULL') AS smallint) WHERE id = ?",
                account,
                session,
                version);
        moved();
    }

    public void takeOutOfForce() {
        Owner.run("UPDATE procedure_version SET effective_to = effective_from WHERE id = ?", version);
        moved();
    }

    private static void moved() {
        Owner.run("UPDATE reference_version SET version = version + 1 WHERE capability = 'procedure'");
    }
}
