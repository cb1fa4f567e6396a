package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.deadline.CaseClock.Afterwards;
import vn.motcua.deadline.CaseClock.State;
import vn.motcua.procedure.Term;

/**
 * Every clock of a dossier, computed from what happened and nothing else. An outage stops them all but the alert, which runs by
 * the wall clock, and the papers, which need no system; a clock whose dossier ended before its due moment is void.
 */
public final class CaseClocks {

    /** The system tells the desk within two hours (Decree 118/2025 article 17.2). */
    public static final Duration INTAKE_ALERT_AFTER = Duration.ofHours(2);

    private static final Term INTAKE_ALERT = new Term.ClockHours(Math.toIntExact(INTAKE_ALERT_AFTER.toHours()));
    private static final Term SUPPLEMENT_NOTICE = new Term.WorkingDays(3);
    private static final LocalTime PAPERS_GO_TODAY_UNTIL = LocalTime.of(15, 0);
    private static final Term WINDOW = new Term.CalendarDays(15);

    private final CaseHistory history;
    private final ClockTerms terms;
    private final Map<ClockKind, Instant> given;
    private final Instant at;
    private final Optional<Instant> ended;

    private CaseClocks(CaseHistory history, ClockTerms terms, Map<ClockKind, Instant> given, Instant at) {
        this.history = history.until(at);
        this.terms = terms;
        this.given = Map.copyOf(given);
        this.at = at;
        this.ended = this.history.endedAt();
    }

    /** As they stand at a moment, in the order of the kinds; only those that ever began or wait to begin. */
    public static List<CaseClock> of(CaseHistory history, ClockTerms terms, Instant at) {
        return of(history, terms, Map.of(), at);
    }

    /**
     * As they stand at a moment.
     *
     * @param given due moments that somebody was told and that hold, whatever the calendar says by now
     */
    public static List<CaseClock> of(CaseHistory history, ClockTerms terms, Map<ClockKind, Instant> given, Instant at) {
        CaseClocks clocks = new CaseClocks(history, terms, given, at);
        return Stream.of(
                        clocks.intake(),
                        clocks.processing(),
                        clocks.stages(),
                        clocks.notice(),
                        clocks.windows(),
                        clocks.handOver(),
                        clocks.consultations(),
                        clocks.duties())
                .flatMap(kind -> kind)
                .toList();
    }

    private Stream<CaseClock> intake() {
        return history.first(ClockFact.Filed.class).stream().flatMap(filed -> {
            Optional<Instant> answered = CaseHistory.earliest(Stream.of(
                    history.first(ClockFact.Accepted.class),
                    history.first(ClockFact.Refused.class),
                    history.first(ClockFact.SupplementAsked.class)));
            Optional<Instant> known =
                    CaseHistory.earliest(Stream.of(answered, history.first(ClockFact.DeskActed.class)));
            Optional<Instant> withdrawn = history.first(ClockFact.Withdrawn.class);
            return Stream.of(
                    span(ClockKind.INTAKE_ALERT, filed, known, withdrawn)
                            .clock(Optional.of(INTAKE_ALERT), terms.receiving(), List.of()),
                    answer(span(ClockKind.INTAKE_ANSWER, filed, answered, withdrawn)));
        });
    }

    private CaseClock answer(ClockSpan span) {
        CaseClock computed =
                span.clock(Optional.of(Deadlines.INTAKE_ANSWER), terms.receiving(), history.receivingOutages());
        Optional<Instant> told = Optional.ofNullable(given.get(ClockKind.INTAKE_ANSWER));
        return told.isEmpty() || computed.dueAt().equals(told) ? computed : span.clock(told, terms.receiving());
    }

    private Stream<CaseClock> processing() {
        Optional<CaseClock> waiting =
                history.waitsFor().map(what -> ClockSpan.waiting(ClockKind.PROCESSING, what, ended.isPresent()));
        return waiting.or(() -> history.startedAt().map(this::processingSince)).stream();
    }

    private CaseClock processingSince(Instant started) {
        Optional<Instant> done = CaseHistory.earliest(
                Stream.of(history.first(ClockFact.Finished.class), history.first(ClockFact.Stopped.class)));
        ClockSpan span = span(ClockKind.PROCESSING, started, done, history.first(ClockFact.Withdrawn.class));
        return given.containsKey(ClockKind.PROCESSING)
                ? span.clock(Optional.ofNullable(given.get(ClockKind.PROCESSING)), terms.competent())
                : span.clock(terms.processing(), terms.policy(), terms.competent(), history.ofProcessing(started));
    }

    /** Parts of the processing clock, from when it last began; none where its due moment holds whatever they say. */
    private Stream<CaseClock> stages() {
        return given.containsKey(ClockKind.PROCESSING)
                ? Stream.empty()
                : history.startedAt().stream()
                        .flatMap(started -> terms.processing().stream()
                                .map(term -> Reckoning.of(
                                        history.ofProcessing(started), term, terms.policy(), terms.competent()))
                                .flatMap(reckoning -> stages(reckoning.stages())));
    }

    private Stream<CaseClock> stages(List<StageSpan> stages) {
        return stages.stream()
                .map(stage -> stage.from()
                        .map(from -> span(ClockKind.STAGE, from, done(stage.name(), stages.getFirst()), ended)
                                .clock(stage))
                        .orElseGet(() -> ClockSpan.notBegun(stage.name(), ended.isPresent())));
    }

    /** What was done before the clock began anew is to be done again. */
    private Optional<Instant> done(String stage, StageSpan first) {
        return CaseHistory.earliest(Stream.of(
                first.from()
                        .flatMap(from -> history.firstAfter(
                                from,
                                ClockFact.StageFinished.class,
                                one -> one.stage().equals(stage))),
                history.first(ClockFact.Finished.class)));
    }

    /** Who does not ask in time owes nothing: the clock is void, and whoever asks later missed it. */
    private Stream<CaseClock> notice() {
        return history.startedAt().stream().map(started -> {
            Optional<Instant> asked = history.firstAfter(started, ClockFact.SupplementAsked.class);
            CaseClock clock = span(ClockKind.SUPPLEMENT_NOTICE, started, asked, ended)
                    .clock(Optional.of(SUPPLEMENT_NOTICE), terms.competent(), history.competentOutages());
            return clock.state() == State.MISSED && asked.isEmpty() ? clock.voided() : clock;
        });
    }

    private Stream<CaseClock> windows() {
        Afterwards next = terms.policy().closesItself() ? Afterwards.CLOSES_ITSELF : Afterwards.CLERK_MAY_CLOSE;
        Optional<Term> window = terms.policy().window().or(() -> Optional.of(WINDOW));
        return history.startedAt().stream()
                .flatMap(started -> history.all(ClockFact.SupplementAsked.class)
                        .map(ClockFact::at)
                        .filter(asked -> !asked.isBefore(started))
                        .map(asked -> span(
                                        ClockKind.SUPPLEMENT_WINDOW,
                                        asked,
                                        history.firstAfter(asked, ClockFact.SupplementGiven.class),
                                        ended)
                                .clock(window, terms.competent(), history.competentOutages())
                                .leadingTo(next)));
    }

    private Stream<CaseClock> handOver() {
        return history.first(ClockFact.PapersTakenIn.class).stream()
                .map(taken -> span(
                                ClockKind.HAND_OVER,
                                taken,
                                history.firstAfter(taken, ClockFact.HandedOver.class),
                                ended)
                        .clock(papersDue(taken), terms.receiving()));
    }

    /** Papers that come on a day off come when the next day begins; those for which nobody goes any more, with the next morning's. */
    private Optional<Instant> papersDue(Instant taken) {
        WorkingTime time = terms.receiving();
        long moment = WorkingTime.local(taken);
        long day = WorkingTime.dayOf(moment);
        if (!time.knows(day)) {
            return Optional.empty();
        }
        boolean isLate = time.isWorkingDay(day)
                && (WorkingTime.timeOf(moment).isAfter(PAPERS_GO_TODAY_UNTIL) || moment > time.closing(day));
        long goes = isLate ? time.workingDayAfter(day, 1) : time.sameOrNextWorkingDay(day);
        if (goes == WorkingTime.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(
                WorkingTime.instant(isLate ? time.ordinaryEndOfFirstSlot(goes) : time.ordinaryClosing(goes)));
    }

    private Stream<CaseClock> consultations() {
        return history.all(ClockFact.Consulted.class)
                .map(consulted -> span(
                                ClockKind.CONSULTATION,
                                consulted.at(),
                                history.firstAfter(
                                        consulted.at(),
                                        ClockFact.ConsultationAnswered.class,
                                        answer -> answer.agency().equals(consulted.agency())),
                                ended)
                        .named(consulted.agency())
                        .clock(Optional.of(consulted.term()), terms.competent(), history.competentOutages()));
    }

    private Stream<CaseClock> duties() {
        return history.all(ClockFact.DutyAsked.class)
                .map(asked -> span(
                                ClockKind.FINANCE,
                                asked.at(),
                                history.firstAfter(asked.at(), ClockFact.DutyMet.class),
                                ended)
                        .clock(asked.term(), terms.competent(), history.competentOutages()));
    }

    /** What ends the question first counts. */
    private ClockSpan span(ClockKind kind, Instant from, Optional<Instant> done, Optional<Instant> over) {
        boolean isDone = done.isPresent() && over.filter(done.get()::isAfter).isEmpty();
        return new ClockSpan(
                kind, Optional.empty(), from, isDone ? done : Optional.empty(), isDone ? Optional.empty() : over, at);
    }
}
