package vn.motcua.dossier.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists;
import vn.motcua.identity.Person;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Rows;
import vn.motcua.platform.db.Sql;

/** Lists of dossiers in PostgreSQL. */
@Component
class PostgresDossierLists implements DossierLists {

    private final QueueQuery queue;
    private final ApplicantQuery applicants;
    private final OwnDossiersQuery own;
    private final Database db;

    PostgresDossierLists(QueueQuery queue, ApplicantQuery applicants, OwnDossiersQuery own, Database db) {
        this.queue = queue;
        this.applicants = applicants;
        this.own = own;
        this.db = db;
    }

    @Override
    public Mono<List<DossierSummary>> queue(Wanted wanted, Walk walk) {
        return queue.run(wanted, walk);
    }

    @Override
    public Mono<List<DossierSummary>> withCode(DossierRef.ByCode code, Wanted wanted, Walk walk) {
        return queue.run(code, wanted, walk);
    }

    @Override
    public Mono<List<DossierSummary>> withKeys(List<SearchKey> keys, Set<Integer> agencies, Walk walk) {
        return applicants.run(keys, agencies, walk);
    }

    @Override
    public Mono<List<DossierSummary>> ofPerson(Person person, LocalDate day, Set<DossierStatus> statuses, Walk walk) {
        return own.run(person, day, statuses, walk);
    }

    @Override
    public Mono<Optional<DossierStatus>> progress(TrackingCode code) {
        return db.read(
                        Sql.of("""
                            SELECT d.status
                              FROM code_registry r
                              JOIN dossier d ON d.id = r.dossier_id
                             WHERE r.code = :code
                            """).bind("code", code.value()),
                        row -> Rows.optional(row, "status", Integer.class).map(DossierStatus::of))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }
}
