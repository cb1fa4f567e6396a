package vn.motcua.dossier.application;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Examination;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Intake;
import vn.motcua.dossier.Lifecycle;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;

/** The decisions of {@link FileDossier} without Reactor around them: what a twin and a yardstick are to write as well. */
public final class PlainFiling {

    private final Identifiers identifiers = new Identifiers();
    private final EventLog log = new EventLog(identifiers);

    /** What is to be written, and whose it is. */
    public record Decided(Act act, Person owner) {}

    /** Empty when the filing is not admissible. */
    public Optional<Decided> decide(Request request, Filing filing, Reference known, AnswerWriter writer) {
        Role actor = Intake.actorAmong(request.caller().roles()).orElseThrow();
        Examination examined = Intake.examine(
                filing,
                request.caller(),
                known,
                request.moment().atZone(WorkingCalendar.ZONE).toLocalDate());
        return examined instanceof Examination.Admissible admitted
                ? Optional.of(new Decided(act(request, filing, admitted, actor, known, writer), admitted.owner()))
                : Optional.empty();
    }

    private Act act(
            Request request,
            Filing filing,
            Examination.Admissible admitted,
            Role actor,
            Reference known,
            AnswerWriter writer) {
        Instant at = request.moment();
        DossierEvent first = Lifecycle.begin(filing, admitted, at, known);
        Dossier dossier = Lifecycle.begun(identifiers.next(at), identifiers.trackingCode(), admitted, first);
        String salt = identifiers.salt();
        Answer answer = new Answer(
                dossier.id(),
                dossier.status().isPresent() ? 201 : 202,
                dossier.version(),
                writer.write(new DossierView(dossier, filing.words()), known),
                Optional.empty(),
                false);
        return new Act(
                dossier,
                log.record(dossier, first, actor, request, filing.words(), salt),
                filing.words(),
                salt,
                request,
                answer);
    }
}
