package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.Access.Purpose;
import vn.motcua.dossier.Access.Shown;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierSearch;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.QueueFilter;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Refusal;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.application.DossierRefused.Reason;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureVersion;

/** Lists dossiers, page by page, within the caller's scope. */
@Service
public class ListDossiers {

    private final DossierLists lists;
    private final References reference;
    private final RecordAccess record;

    ListDossiers(DossierLists lists, References reference, RecordAccess record) {
        this.lists = lists;
        this.reference = reference;
        this.record = record;
    }

    /** The queue of the caller's agencies, what becomes late first. */
    public Mono<Walk.Page> queue(Caller caller, QueueFilter filter, Walk walk, Instant moment) {
        return wanted(caller, filter, walk)
                .flatMap(wanted -> lists.queue(wanted, walk))
                .flatMap(found -> shown(caller, Purpose.QUEUE, walk.page(found), moment));
    }

    /** The one dossier of the caller's agencies that has this code, if it fits the filter. */
    public Mono<Walk.Page> withCode(
            Caller caller, DossierRef.ByCode code, QueueFilter filter, Walk walk, Instant moment) {
        return wanted(caller, filter, walk)
                .flatMap(wanted -> lists.withCode(code, wanted, walk))
                .flatMap(found -> shown(caller, Purpose.QUEUE, walk.page(found), moment));
    }

    /** Dossiers of the caller's agencies by their applicant, newest first. */
    public Mono<Walk.Page> search(Caller caller, DossierSearch search, Walk walk, Instant moment) {
        var faults = search.faults();
        return desk(caller)
                .flatMap(agencies -> faults.isEmpty()
                        ? lists.withKeys(search.keys(), agencies, walk)
                                .flatMap(found -> shown(caller, Purpose.SEARCH, walk.page(found), moment))
                        : refused(new Reason.Faulty(faults, List.of())));
    }

    /**
     * The caller's own dossiers and those filed for others, newest first; of every status when none is named.
     *
     * @param moment of the request, which may be long after that of the first page
     */
    public Mono<Walk.Page> own(Caller caller, Set<DossierStatus> statuses, Instant moment, Walk walk) {
        Optional<Person> signedIn = Scope.of(caller).person();
        return signedIn.map(person -> lists.ofPerson(person, Timeliness.dayOf(moment), statuses, walk)
                        .map(walk::page))
                .orElseGet(ListDossiers::neverThisRole);
    }

    /** How far a dossier has come; empty inside while announced files are missing. */
    public Mono<Optional<DossierStatus>> progress(TrackingCode code) {
        return lists.progress(code).switchIfEmpty(refused(new Reason.NotFound()));
    }

    /** The page, once it is recorded that the caller sees it. */
    private Mono<Walk.Page> shown(Caller caller, Purpose purpose, Walk.Page page, Instant moment) {
        List<Shown> shown = page.dossiers().stream().map(Shown::of).toList();
        return record.before(caller, purpose, moment, shown).thenReturn(page);
    }

    private Mono<Wanted> wanted(Caller caller, QueueFilter filter, Walk walk) {
        Span span = filter.due().map(due -> due.seenFrom(walk.moment())).orElse(Span.ALL);
        return desk(caller)
                .flatMap(agencies -> reference
                        .current()
                        .flatMap(known -> procedures(filter, known)
                                .map(procedures -> new Wanted(agencies, filter.shelves(), procedures, span))));
    }

    private static Mono<Set<Integer>> procedures(QueueFilter filter, Reference known) {
        Optional<Set<Integer>> named = filter.procedure().map(code -> versions(code, known));
        return named.filter(Set::isEmpty).isPresent()
                ? refused(new Reason.UnknownProcedure())
                : Mono.just(named.orElse(Set.of()));
    }

    private static Set<Integer> versions(ProcedureCode code, Reference known) {
        return known.procedures().versions(code).stream()
                .map(ProcedureVersion::id)
                .collect(Collectors.toSet());
    }

    private static Mono<Set<Integer>> desk(Caller caller) {
        boolean staff = caller.is(Role.CLERK) || caller.is(Role.OFFICER) || caller.is(Role.LEADER);
        return staff ? Mono.just(Scope.of(caller).agencies()) : neverThisRole();
    }

    private static <T> Mono<T> neverThisRole() {
        return refused(new Reason.ByRule(new Refusal.NeverThisRole()));
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new DossierRefused(reason));
    }
}
