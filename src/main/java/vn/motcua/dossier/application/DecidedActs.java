package vn.motcua.dossier.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.Decision;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Examination;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Intake;
import vn.motcua.dossier.Lifecycle;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.application.Dossiers.Numbering;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;

/**
 * The acts of requests without their database: decided and written down by what decides and writes for requests, kept by
 * whoever asks. For histories in bulk, which only simulations make.
 */
public final class DecidedActs {

    private static final int SHORTEST_NUMBER = 4;

    private final Identifiers identifiers;
    private final EventLog log;
    private final ToIntFunction<Numbering> numbers;

    /**
     * @param random of ids, tracking codes and salts
     * @param numbers gives out the next number of a series
     */
    public DecidedActs(Random random, ToIntFunction<Numbering> numbers) {
        this.identifiers = new Identifiers(random);
        this.log = new EventLog(identifiers);
        this.numbers = numbers;
    }

    /**
     * What an act leaves.
     *
     * @param dossier as it stands after the event
     */
    public record Act(Dossier dossier, LoggedEvent event) {}

    /** A dossier with its first event, and who owns it. */
    public record Begun(Act act, Person owner) {}

    /**
     * As {@link FileDossier}.
     *
     * @throws IllegalStateException when the filing would be refused
     */
    public Begun file(Request request, Filing filing, Reference known) {
        Instant at = request.moment();
        return switch (Intake.examine(filing, request.caller(), known, LocalDate.ofInstant(at, WorkingCalendar.ZONE))) {
            case Examination.Faulty faulty ->
                throw new IllegalStateException("The filing is refused: " + faulty.faults() + " " + faulty.choices());
            case Examination.Admissible admitted -> {
                DossierEvent first = Lifecycle.begin(filing, admitted, at, known);
                Dossier begun = Lifecycle.begun(identifiers.next(at), identifiers.trackingCode(), admitted, first);
                Role actor = Intake.actorAmong(request.caller().roles()).orElseThrow();
                yield new Begun(
                        new Act(begun, log.record(begun, first, actor, request, filing.words(), identifiers.salt())),
                        admitted.owner());
            }
        };
    }

    /**
     * As {@link AdvanceDossier}, with the official code in place at once.
     *
     * @throws IllegalStateException when the step would be refused
     */
    public Act advance(Request request, Dossier before, Command command, Reference known) {
        Instant at = EventLog.notBefore(request.moment(), before.lastEventAt());
        return switch (Lifecycle.decide(before, command, request.caller(), at, known)) {
            case Decision.Refused(var reason) ->
                throw new IllegalStateException(Step.of(command) + " is refused: " + reason);
            case Decision.Allowed(DossierEvent event) -> {
                Optional<String> code = event instanceof DossierEvent.Accepted accepted
                        ? OfficialNumbers.series(before, accepted, known).map(this::code)
                        : Optional.empty();
                Dossier after = before.after(event);
                Dossier coded = code.map(after::withCode).orElse(after);
                Role actor =
                        Step.of(command).actorAmong(request.caller().roles()).orElseThrow();
                Map<String, Object> words = command.words();
                LoggedEvent logged = log.record(coded, event, actor, request, words, identifiers.salt());
                yield new Act(coded, code.map(logged::withCode).orElse(logged));
            }
        };
    }

    private String code(Numbering series) {
        String number = String.valueOf(numbers.applyAsInt(series));
        return series.prefix() + "0".repeat(Math.max(0, SHORTEST_NUMBER - number.length())) + number;
    }
}
