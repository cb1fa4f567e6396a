package vn.motcua.dossier.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.WorkingCalendars;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DueCheck.Difference;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.PromiseLog.Wanted;

/** Computes every due moment of the log again, and changes nothing. */
@Service
public class RecheckDeadlines {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final PromiseLog log;
    private final References references;
    private final WorkingCalendars calendars;

    RecheckDeadlines(PromiseLog log, References references, WorkingCalendars calendars) {
        this.log = log;
        this.references = references;
        this.calendars = calendars;
    }

    /** How many dossiers were looked at, and how many differ. */
    public record Checked(int dossiers, int different) {}

    /**
     * Looks at all that are wanted, one page at a time.
     *
     * @param say is told of each difference
     */
    public Mono<Checked> run(Wanted wanted, BiConsumer<UUID, Difference> say) {
        AtomicInteger looked = new AtomicInteger();
        AtomicInteger different = new AtomicInteger();
        return references
                .current()
                .flatMap(known -> log.filed(wanted, FIRST, PAGE)
                        .expand(page -> page.size() < PAGE
                                ? Mono.empty()
                                : log.filed(wanted, page.getLast().id(), PAGE))
                        .concatMap(page -> check(page, known).doOnNext(found -> {
                            looked.addAndGet(page.size());
                            different.addAndGet(found.size());
                            found.forEach((dossier, all) -> all.forEach(one -> say.accept(dossier, one)));
                        }))
                        .then(Mono.fromSupplier(() -> new Checked(looked.get(), different.get()))));
    }

    private Mono<Map<UUID, List<Difference>>> check(List<Dossier> page, Reference known) {
        return log.promises(page.stream().map(Dossier::id).toList()).flatMap(events -> {
            Map<UUID, ToldMoments> told = events.stream()
                    .collect(Collectors.groupingBy(
                            LoggedEvent::dossierId,
                            Collectors.collectingAndThen(Collectors.toList(), ToldMoments::of)));
            return differences(page, told, known);
        });
    }

    /** Those that name the same versions of the calendar one after another, so that no more than these are held at once. */
    private Mono<Map<UUID, List<Difference>>> differences(
            List<Dossier> page, Map<UUID, ToldMoments> told, Reference known) {
        Map<Set<Integer>, List<Dossier>> alike = page.stream()
                .collect(Collectors.groupingBy(dossier ->
                        told.getOrDefault(dossier.id(), ToldMoments.NONE).named()));
        return Flux.fromIterable(alike.entrySet())
                .concatMap(group -> versions(group.getKey())
                        .flatMapIterable(versions -> group.getValue().stream()
                                .map(dossier -> Map.entry(
                                        dossier.id(),
                                        told.getOrDefault(dossier.id(), ToldMoments.NONE)
                                                .differences(dossier, known, versions)))
                                .toList()))
                .filter(found -> !found.getValue().isEmpty())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<Integer, WorkingCalendar>> versions(Set<Integer> named) {
        return Flux.fromIterable(named).concatMap(calendars::version).collectMap(WorkingCalendar::version);
    }
}
