package vn.motcua.dossier.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.motcua.dossier.DeadlineStory;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.Promise;
import vn.motcua.dossier.Reference;
import vn.motcua.identity.Caller;

/** Says why a dossier is due when it is, with the calendar that was in force when that was computed. */
@Service
public class ExplainDeadline {

    private static final Logger LOG = LoggerFactory.getLogger(ExplainDeadline.class);

    private final FindDossiers dossiers;
    private final Dossiers log;
    private final References references;
    private final Counter unexplained;

    ExplainDeadline(FindDossiers dossiers, Dossiers log, References references, MeterRegistry meters) {
        this.dossiers = dossiers;
        this.log = log;
        this.references = references;
        this.unexplained = Counter.builder("motcua.deadline.unexplained")
                .description("Due moments that were shown without steps, since no steps led to them")
                .register(meters);
    }

    /**
     * For those who may read the dossier, as of the moment of the request. An older calendar, or an agency with closures of its
     * own, needs a working time that takes milliseconds to build: no thread of the server's waits for that.
     */
    public Mono<DeadlineStory> of(DossierRef ref, Caller caller, Instant moment) {
        return dossiers.findForClocks(ref, caller, moment)
                .map(DossierView::dossier)
                .flatMap(dossier -> log.history(dossier.id())
                        .zipWith(reference(dossier))
                        .publishOn(Schedulers.boundedElastic())
                        .map(found ->
                                DeadlineStory.of(dossier, ToldFacts.of(dossier, found.getT1()), found.getT2(), moment))
                        .doOnNext(story -> tellOperator(dossier, story)));
    }

    private Mono<Reference> reference(Dossier dossier) {
        return dossier.promise()
                .map(Promise::calendarVersion)
                .map(references::with)
                .orElseGet(references::current);
    }

    private void tellOperator(Dossier dossier, DeadlineStory story) {
        if (!story.isExplained()) {
            unexplained.increment();
            LOG.error("The due moment of dossier {} does not follow from its events", dossier.id());
        }
    }
}
