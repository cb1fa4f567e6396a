package vn.motcua.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.motcua.deadline.Interruption.Ground;
import vn.motcua.procedure.ClockPolicy.StartEvent;

/**
 * What happened to a dossier, in order, and to the systems of the agencies that have it: the only source of what its clocks say.
 *
 * @param receivingOutages of the agency that took it in, whether they have begun or not
 * @param competentOutages of the agency that processes it
 */
public record CaseHistory(
        List<ClockFact> facts, List<Interruption> receivingOutages, List<Interruption> competentOutages) {

    public CaseHistory {
        facts = facts.stream().sorted(Comparator.comparing(ClockFact::at)).toList();
        receivingOutages = List.copyOf(receivingOutages);
        competentOutages = List.copyOf(competentOutages);
    }

    /** Where no system was out of order. */
    public CaseHistory(List<ClockFact> facts) {
        this(facts, List.of(), List.of());
    }

    /** The same with outages that were declared of either agency. */
    public CaseHistory during(List<Interruption> receiving, List<Interruption> competent) {
        return new CaseHistory(facts, receiving, competent);
    }

    public static CaseHistory of(ClockFact... facts) {
        return new CaseHistory(List.of(facts));
    }

    /** As it was at a moment. */
    CaseHistory until(Instant at) {
        return new CaseHistory(
                facts.stream().filter(fact -> !fact.at().isAfter(at)).toList(), receivingOutages, competentOutages);
    }

    <F extends ClockFact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    <F extends ClockFact> Optional<Instant> first(Class<F> kind) {
        return all(kind).findFirst().map(ClockFact::at);
    }

    /** The first of a kind that came no earlier than a moment, and of which something holds. */
    <F extends ClockFact> Optional<Instant> firstAfter(Instant from, Class<F> kind, Predicate<F> what) {
        return all(kind)
                .filter(fact -> !fact.at().isBefore(from))
                .filter(what)
                .findFirst()
                .map(ClockFact::at);
    }

    <F extends ClockFact> Optional<Instant> firstAfter(Instant from, Class<F> kind) {
        return firstAfter(from, kind, _ -> true);
    }

    /** When the processing clock began; empty before acceptance and while it waits. */
    public Optional<Instant> startedAt() {
        Optional<Instant> atOnce = all(ClockFact.Accepted.class)
                .filter(accepted -> accepted.waitsFor().isEmpty())
                .findFirst()
                .map(ClockFact::at);
        return atOnce.or(() -> first(ClockFact.Started.class));
    }

    /** What the processing clock waits for since acceptance. */
    Optional<StartEvent> waitsFor() {
        return startedAt().isPresent()
                ? Optional.empty()
                : all(ClockFact.Accepted.class).findFirst().flatMap(ClockFact.Accepted::waitsFor);
    }

    /** When the applicant's or the agency's word ended everything but what was missed by then. */
    Optional<Instant> endedAt() {
        return earliest(Stream.of(
                first(ClockFact.Refused.class),
                first(ClockFact.Finished.class),
                first(ClockFact.Stopped.class),
                first(ClockFact.Withdrawn.class)));
    }

    static Optional<Instant> earliest(Stream<Optional<Instant>> moments) {
        return moments.flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** The processing clock's: what was asked for since acceptance, consultations, and outages. */
    public ClockHistory ofProcessing(Instant startedAt) {
        List<Interruption> interruptions = Stream.of(
                        spans(Ground.SUPPLEMENT, ClockFact.SupplementAsked.class, ClockFact.SupplementGiven.class)
                                .filter(supplement -> !supplement.from().isBefore(startedAt)),
                        spans(Ground.FINANCIAL_DUTY, ClockFact.DutyAsked.class, ClockFact.DutyMet.class),
                        competentOutages.stream())
                .flatMap(spans -> spans)
                .toList();
        Optional<Extension> extension =
                all(ClockFact.Extended.class).findFirst().map(ClockFact.Extended::extension);
        return new ClockHistory(startedAt, interruptions, extension);
    }

    private Stream<Interruption> spans(
            Ground ground, Class<? extends ClockFact> begins, Class<? extends ClockFact> ends) {
        return all(begins).map(begin -> new Interruption(ground, begin.at(), firstAfter(begin.at(), ends)));
    }
}
