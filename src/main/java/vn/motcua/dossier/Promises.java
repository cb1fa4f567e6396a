package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.deadline.ClockTerms;
import vn.motcua.deadline.Computation;
import vn.motcua.deadline.Deadline;
import vn.motcua.deadline.OutsideCalendar;
import vn.motcua.deadline.Rule;
import vn.motcua.deadline.StartRule;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.TermConfirmation;
import vn.motcua.procedure.Variant;
import vn.motcua.procedure.VariantChoice;

/** What the clock promises a dossier. A gap in our tables never refuses a citizen. */
final class Promises {

    private Promises() {}

    /** What acceptance starts, by the rule of its day: the clock, or the wait for what starts it. */
    static ClockStart onAcceptance(Dossier dossier, Instant acceptedAt, Reference reference) {
        StartRule rule = startRule(dossier.matter(), dossier.routing(), acceptedAt, reference);
        return waitsFor(rule, dossier.routing())
                .<ClockStart>map(what -> new ClockWait(what, rule.number()))
                .orElseGet(() -> promise(dossier, acceptedAt, acceptedAt, reference));
    }

    private static StartRule startRule(Matter matter, Routing routing, Instant acceptedAt, Reference reference) {
        return version(matter, acceptedAt, reference)
                .map(version -> StartRule.of(
                        version.policy().startEvent(), routing.isTakenInElsewhere(), Timeliness.dayOf(acceptedAt)))
                .orElse(StartRule.ACCEPTANCE);
    }

    private static Optional<ClockWait.For> waitsFor(StartRule rule, Routing routing) {
        return switch (rule.event()) {
            case ACCEPTED -> Optional.empty();
            case COMPETENT_RECEPTION ->
                routing.isTakenInElsewhere() ? Optional.of(ClockWait.For.COMPETENT_RECEPTION) : Optional.empty();
            case FEE_CONFIRMED -> Optional.of(ClockWait.For.FEE);
        };
    }

    /** When the clock of a dossier that was promised something started. */
    static Instant startedAt(
            Matter matter, Routing routing, Instant acceptedAt, Optional<Instant> receivedAt, Reference reference) {
        return receivedAt
                .filter(_ -> waitsFor(startRule(matter, routing, acceptedAt, reference), routing)
                        .filter(ClockWait.For.COMPETENT_RECEPTION::equals)
                        .isPresent())
                .orElse(acceptedAt);
    }

    /** What would be promised a running clock by what is known now. */
    static Promise again(RunningClock running, Reference reference) {
        return promise(running.matter(), running.routing(), running.acceptedAt(), running.startedAt(), reference);
    }

    /** What would have been promised a running clock by the terms that were confirmed before, newest first. */
    static Stream<Promise> formerly(RunningClock running, Reference reference) {
        return version(running.matter(), running.acceptedAt(), reference).stream()
                .flatMap(version -> variant(version, running.matter()).stream()
                        .flatMap(variant -> variant.formerTerms().stream())
                        .map(term -> promise(
                                reference
                                        .clock(running.routing().competentAgency())
                                        .due(running.startedAt(), term, version.policy()),
                                reference)));
    }

    /** When somebody last confirmed the term of a running clock. */
    static Optional<Instant> confirmedAt(RunningClock running, Reference reference) {
        return version(running.matter(), running.acceptedAt(), reference)
                .flatMap(version -> variant(version, running.matter()))
                .flatMap(Variant::confirmation)
                .map(TermConfirmation::confirmedAt);
    }

    /** What its clocks count, by the version that decides: that of the day of acceptance, before it of filing. */
    static ClockTerms terms(Dossier dossier, Reference reference) {
        Optional<ProcedureVersion> version = version(dossier.matter(), decidesAt(dossier), reference);
        return new ClockTerms(
                version.flatMap(one -> term(one, dossier.matter())),
                version.map(ProcedureVersion::policy).orElse(ClockPolicy.GENERAL),
                reference.time(dossier.routing().receivingAgency()),
                reference.time(dossier.routing().competentAgency()));
    }

    /** The same by the terms that were confirmed before, newest first. */
    static Stream<ClockTerms> formerTerms(Dossier dossier, Reference reference) {
        ClockTerms now = terms(dossier, reference);
        return version(dossier.matter(), decidesAt(dossier), reference)
                .flatMap(version -> variant(version, dossier.matter()))
                .stream()
                .flatMap(variant -> variant.formerTerms().stream())
                .map(term -> new ClockTerms(Optional.of(term), now.policy(), now.receiving(), now.competent()));
    }

    private static Instant decidesAt(Dossier dossier) {
        return dossier.milestones()
                .acceptedAt()
                .or(() -> dossier.milestones().filedAt())
                .orElse(dossier.lastEventAt());
    }

    /** When the clock of a dossier that was promised something began to run. */
    static Optional<Instant> startedAt(Dossier dossier, Reference reference) {
        return dossier.milestones()
                .acceptedAt()
                .map(acceptedAt -> startedAt(
                        dossier.matter(),
                        dossier.routing(),
                        acceptedAt,
                        dossier.milestones().receivedAt(),
                        reference));
    }

    /** The promise, where reception by the competent agency is what the clock waits for. */
    static Optional<Promise> onReception(Dossier dossier, Instant receivedAt, Reference reference) {
        return dossier.waitsFor()
                .filter(ClockWait.For.COMPETENT_RECEPTION::equals)
                .flatMap(_ -> dossier.milestones().acceptedAt())
                .map(acceptedAt -> promise(dossier, acceptedAt, receivedAt, reference));
    }

    /** The term of the version in force on the day of acceptance, in the competent agency's working time. */
    private static Promise promise(Dossier dossier, Instant acceptedAt, Instant startedAt, Reference reference) {
        return promise(dossier.matter(), dossier.routing(), acceptedAt, startedAt, reference);
    }

    private static Promise promise(
            Matter matter, Routing routing, Instant acceptedAt, Instant startedAt, Reference reference) {
        return counted(matter, acceptedAt, reference)
                .map(counted -> promise(
                        reference.clock(routing.competentAgency()).due(startedAt, counted.term(), counted.policy()),
                        reference))
                .orElseGet(() -> none(Promise.Missing.TERM_UNCONFIRMED, reference));
    }

    /** What processing counts, and how. */
    record Counted(Term term, ClockPolicy policy) {}

    /** By the version that decides. */
    static Optional<Counted> counted(Matter matter, Instant acceptedAt, Reference reference) {
        return version(matter, acceptedAt, reference)
                .flatMap(version -> term(version, matter).map(term -> new Counted(term, version.policy())));
    }

    /** That of the day of acceptance; that of filing where none was in force then. */
    static Optional<ProcedureVersion> version(Matter matter, Instant acceptedAt, Reference reference) {
        return reference
                .procedures()
                .version(matter.procedureVersion())
                .map(filed -> reference
                        .procedures()
                        .inForce(filed.code(), Timeliness.dayOf(acceptedAt))
                        .orElse(filed));
    }

    private static Optional<Term> term(ProcedureVersion version, Matter matter) {
        return variant(version, matter).flatMap(Variant::term);
    }

    private static Optional<Variant> variant(ProcedureVersion version, Matter matter) {
        return switch (VariantChoice.of(version, matter.channel(), matter.caseCode())) {
            case VariantChoice.Chosen chosen -> Optional.of(chosen.variant());
            case VariantChoice.NotOffered _, VariantChoice.Ambiguous _ -> Optional.empty();
        };
    }

    private static Promise promise(Computation computed, Reference reference) {
        return switch (computed) {
            case Computation.Due(var deadline) ->
                Promise.due(
                        deadline.dueAt(),
                        deadline.dependsOnForecast(),
                        deadline.calendarVersion(),
                        deadline.ruleVersion());
            case OutsideCalendar _ -> none(Promise.Missing.CALENDAR_ENDS, reference);
        };
    }

    private static Promise none(Promise.Missing why, Reference reference) {
        return Promise.none(why, reference.calendar().version(), Rule.VERSION);
    }

    /** By when the desk must answer a filing; empty where the calendar does not reach so far. */
    static Optional<Instant> intakeAnswer(Instant filedAt, int receivingAgency, Reference reference) {
        return AnswerClock.again(filedAt, receivingAgency, reference).map(Deadline::dueAt);
    }
}
