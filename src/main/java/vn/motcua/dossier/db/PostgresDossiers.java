package vn.motcua.dossier.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Representation;
import vn.motcua.dossier.Source;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.application.DossierView;
import vn.motcua.dossier.application.Dossiers;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Scope;
import vn.motcua.platform.Lease;

/** Dossiers in PostgreSQL: reads by table, acts by statement. */
@Component
class PostgresDossiers implements Dossiers {

    private final DossierTable dossiers;
    private final DossierEventTable events;
    private final IdempotencyTable answers;
    private final FilingStatement filing;
    private final StepStatement step;
    private final ImportStatement imports;

    PostgresDossiers(
            DossierTable dossiers,
            DossierEventTable events,
            IdempotencyTable answers,
            FilingStatement filing,
            StepStatement step,
            ImportStatement imports) {
        this.dossiers = dossiers;
        this.events = events;
        this.answers = answers;
        this.filing = filing;
        this.step = step;
        this.imports = imports;
    }

    @Override
    public Mono<DossierView> find(DossierRef ref, Scope scope, LocalDate day) {
        return dossiers.find(ref, scope, day);
    }

    @Override
    public Mono<List<Recorded>> history(UUID dossierId) {
        return events.of(dossierId);
    }

    @Override
    public Mono<Optional<StoredAnswer>> answered(Caller caller, String key, LocalDate day) {
        return answers.find(caller, key, day);
    }

    @Override
    public Mono<Integer> forgetAnswersBefore(Instant moment, Lease lease) {
        return answers.forgetBefore(moment, lease);
    }

    @Override
    public Mono<Outcome> file(Act act, Person owner, Optional<Representation> representation) {
        return filing.run(act, owner, representation);
    }

    @Override
    public Mono<Outcome> advance(Act act, Optional<Numbering> numbering) {
        return step.run(act, numbering);
    }

    @Override
    public Mono<Outcome> importPast(Past past) {
        return imports.run(past);
    }

    @Override
    public Mono<TrackingCode> importedAs(Source source) {
        return dossiers.importedAs(source);
    }
}
