package vn.motcua.dossier.db;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.application.Parties;
import vn.motcua.identity.CitizenId;
import vn.motcua.identity.NumberKind;
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
                        row -> Rows.required(row, "included", Boolean.class))
                .map(List::getFirst);
    }
}
