package vn.motcua.dossier.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.Span;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.dossier.Walk;
import vn.motcua.identity.Person;

/** Where dossiers are looked for. Answers come in the order of the list, at most as many as the walk seeks. */
public interface DossierLists {

    /** What becomes late first. */
    Mono<List<DossierSummary>> queue(Wanted wanted, Walk walk);

    /** The one with this code, if it is wanted. */
    Mono<List<DossierSummary>> withCode(DossierRef.ByCode code, Wanted wanted, Walk walk);

    /** Those whose applicant has every key, newest first. */
    Mono<List<DossierSummary>> withKeys(List<SearchKey> keys, Set<Integer> agencies, Walk walk);

    /**
     * A person's own and those filed for others, newest first; of every status when none is named.
     *
     * @param day in Viet Nam, on which a representative's authority must last
     */
    Mono<List<DossierSummary>> ofPerson(Person person, LocalDate day, Set<DossierStatus> statuses, Walk walk);

    /** How far a dossier has come; empty when there is none, empty inside while announced files are missing. */
    Mono<Optional<DossierStatus>> progress(TrackingCode code);

    /**
     * Which dossiers of a desk.
     *
     * @param agencies that received or decide them
     * @param statuses none when there can be no such dossier
     * @param procedures ids of versions; every procedure when there is none
     */
    record Wanted(Set<Integer> agencies, Set<DossierStatus> statuses, Set<Integer> procedures, Span span) {

        public Wanted {
            agencies = Set.copyOf(agencies);
            statuses = Set.copyOf(statuses);
            procedures = Set.copyOf(procedures);
        }
    }
}
