package vn.motcua.dossier.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.LogCut;
import vn.motcua.dossier.LogPlace;
import vn.motcua.dossier.LogRange;
import vn.motcua.dossier.LogReach;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.dossier.application.LogPages.Page;
import vn.motcua.identity.Caller;

/** Gives the log away, as far as somebody may have it, in memory that does not grow with it. */
@Service
public class ExportLog {

    private final References references;
    private final LogPages pages;

    ExportLog(References references, LogPages pages) {
        this.references = references;
        this.pages = pages;
    }

    /**
     * The lines of an export, without their ends. The log is read page by page, at most one page ahead of whoever takes the
     * lines; when nobody takes them any more, the page under way is the last. An error before the first line says that there
     * is no such export, a later one that it is cut off.
     */
    public Flux<String> lines(Caller caller, LogRange.Asked asked, Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
        return references.current().flatMapMany(known -> switch (LogReach.of(caller, today, known.territory())) {
            case LogReach.Never _ ->
                Flux.error(() -> new DossierRefused(new Reason.ByRule(new Refusal.NeverThisRole())));
            case LogReach.Granted reach -> range(asked, today).flatMapMany(range -> lines(range, reach, known));
        });
    }

    /** The log ends where it ends now: what is recorded meanwhile stays outside. */
    private Mono<LogRange> range(LogRange.Asked asked, LocalDate today) {
        return pages.held(asked.from().flatMap(LogPlace::onDay), asked.to().flatMap(LogPlace::onDay))
                .map(held -> switch (LogRange.of(asked, held, today)) {
                    case LogRange range -> range;
                    case LogCut.Wrong(String parameter) ->
                        throw new DossierRefused(new Reason.NoSuchStretch(parameter));
                });
    }

    private Flux<String> lines(LogRange range, LogReach.Granted reach, Reference known) {
        return Flux.defer(() -> {
            ExportText text = new ExportText();
            AtomicLong lines = new AtomicLong();
            return Flux.concat(
                            Mono.fromSupplier(() -> text.header(range, reach)),
                            Flux.fromStream(() -> text.units(known.territory())),
                            Flux.fromStream(() -> text.successions(known.territory())),
                            events(range, reach, text))
                    .doOnNext(_ -> lines.incrementAndGet())
                    .concatWith(Mono.fromSupplier(() -> ExportText.end(lines.get(), range)));
        });
    }

    private Flux<String> events(LogRange range, LogReach.Granted reach, ExportText text) {
        return pages(range).concatMap(page -> events(page, reach, text), 0);
    }

    /** What an event names may have been loaded after the export began, so that it is looked up page by page. */
    private Flux<String> events(Page page, LogReach.Granted reach, ExportText text) {
        return pages.read(page, reach)
                .flatMapMany(events -> references
                        .current()
                        .flatMapMany(known ->
                                Flux.fromStream(() -> events.stream().flatMap(event -> text.event(event, known)))));
    }

    private static Flux<Page> pages(LogRange range) {
        return Flux.generate(range::from, (from, next) -> {
            if (from > range.to()) {
                next.complete();
            } else {
                long to = Math.min(from + LogPages.LONGEST - 1, range.to());
                next.next(new Page(from, to, range.to()));
            }
            return from + LogPages.LONGEST;
        });
    }
}
