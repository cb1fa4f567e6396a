package vn.motcua.dossier.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.motcua.dossier.DueCheck;
import vn.motcua.dossier.DueCheck.Difference;
import vn.motcua.dossier.DueCheck.Told;
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
    private final Map<Integer, WorkingCalendar> versions = new HashMap<>();

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
                .flatMap(known -> log.accepted(wanted, FIRST, PAGE)
                        .expand(page -> page.size() < PAGE
                                ? Mono.empty()
                                : log.accepted(wanted, page.getLast().id(), PAGE))
                        .concatMap(page -> check(page, known).doOnNext(found -> {
                            looked.addAndGet(page.size());
                            different.addAndGet(found.size());
                            found.forEach((dossier, all) -> all.forEach(one -> say.accept(dossier, one)));
                        }))
                        .then(Mono.fromSupplier(() -> new Checked(looked.get(), different.get()))));
    }

    private Mono<Map<UUID, List<Difference>>> check(List<Dossier> page, Reference known) {
        return log.promises(page.stream().map(Dossier::id).toList()).flatMap(events -> {
            Map<UUID, List<Told>> told = events.stream()
                    .filter(event ->
                            event.payload().containsKey("calendarVersion") && !EventPayload.isOfAnswer(event.payload()))
                    .collect(Collectors.groupingBy(
                            LoggedEvent::dossierId, Collectors.mapping(RecheckDeadlines::told, Collectors.toList())));
            return load(told).then(Mono.fromSupplier(() -> differences(page, told, known)));
        });
    }

    private Map<UUID, List<Difference>> differences(List<Dossier> page, Map<UUID, List<Told>> told, Reference known) {
        Map<UUID, List<Difference>> found = new HashMap<>();
        page.forEach(dossier -> {
            List<Told> promises = told.getOrDefault(dossier.id(), List.of());
            List<Difference> all = promises.isEmpty() ? List.of() : DueCheck.of(dossier, promises, known, versions);
            if (!all.isEmpty()) {
                found.put(dossier.id(), all);
            }
        });
        return found;
    }

    /** Versions are few and never change. */
    private Mono<Void> load(Map<UUID, List<Told>> told) {
        return Flux.fromStream(told.values().stream()
                        .flatMap(List::stream)
                        .map(Told::calendarVersion)
                        .distinct()
                        .filter(version -> !versions.containsKey(version)))
                .concatMap(version -> calendars.version(version).doOnNext(found -> versions.put(version, found)))
                .then();
    }

    private static Told told(LoggedEvent event) {
        Members payload = new Members(event.payload());
        return new Told(
                event.sequence(),
                event.occurredAt(),
                event.routing(),
                payload.number("calendarVersion"),
                event.payload().containsKey("dueAt") ? Optional.of(payload.moment("dueAt")) : Optional.empty());
    }
}
