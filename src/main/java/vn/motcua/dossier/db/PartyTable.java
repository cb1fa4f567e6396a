package vn.motcua.dossier.db;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Parties;
import vn.motcua.identity.CitizenId;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** The parties of dossiers, by number. */
@Component
class PartyTable implements Parties {

    private final Database db;

    PartyTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<Boolean> include(UUID dossier, CitizenId number) {
        return db.read(
                        Sql.of("""
                            SELECT EXISTS (SELECT
                                             FROM dossier_party p
                                            WHERE p.dossier_id = :dossier AND p.kind = 'CITIZEN' AND p.number = :own) AS included
                            """).bind("dossier", dossier).bind("own", number.digits()),
                        row -> Rows.required(row, "included", Boolean.class))
                .map(List::getFirst);
    }
}
