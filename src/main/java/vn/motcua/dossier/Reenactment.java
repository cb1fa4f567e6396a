package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;

/**
 * A retold past, decided event by event as it would have been on its day: by the life cycle itself and the tables of that
 * day. Every fault is found, not only the first.
 */
public final class Reenactment {

    private final Retelling told;
    private final Instant now;
    private final Reference known;
    private final Past past;
    private final Faults faults = new Faults();
    private final List<Reenacted.Happening> happenings = new ArrayList<>();

    private Reenactment(Retelling told, Instant now, Reference known) {
        this.told = told;
        this.now = now;
        this.known = known;
        this.past = new Past(known, told.filing());
    }

    /**
     * Decides all of it.
     *
     * @param id of the dossier to be
     * @param now the moment at which it is told
     */
    public static Reenacted of(Retelling told, UUID id, TrackingCode tracking, Instant now, Reference known) {
        return new Reenactment(told, now, known).of(id, tracking);
    }

    private Reenacted of(UUID id, TrackingCode tracking) {
        faults.addAll(told.faults());
        moments();
        if (told.events().getFirst().step().isPresent()) {
            faults.fault("/events/0/type", "invalid-transition");
        }
        Examination examined = examine();
        walk(begun(id, tracking, examined), examined instanceof Examination.Admissible);
        if (!faults.areNone() || !(examined instanceof Examination.Admissible admitted)) {
            Examination.Faulty all = faults.all();
            return new Reenacted.Faulty(all.faults(), all.choices());
        }
        return new Reenacted.Whole(admitted.owner(), happenings);
    }

    /** Nothing happens before what it follows, nor where no day is known. */
    private void moments() {
        Instant before = Instant.MIN;
        for (int at = 0; at < told.events().size(); at++) {
            Instant moment = told.events().get(at).at();
            if (moment.isBefore(before)) {
                faults.fault(pointer(at, "/occurredAt"), "before-predecessor");
            }
            if (moment.isAfter(now)) {
                faults.fault(pointer(at, "/occurredAt"), "in-the-future");
            }
            if (known.calendar().beginsAfter(moment)) {
                faults.fault(pointer(at, "/occurredAt"), "before-data");
            }
            before = moment;
        }
    }

    private Examination examine() {
        LocalDate day = Timeliness.dayOf(told.events().getFirst().at());
        Examination examined = Intake.examineRetold(told.filing(), told.receivingAgency(), past.on(day), day);
        if (examined instanceof Examination.Faulty faulty) {
            faults.addAll(faulty);
        }
        return examined;
    }

    /** What was filed faultily goes a way of its own, so that its later events are judged too. */
    private Dossier begun(UUID id, TrackingCode tracking, Examination examined) {
        Retelling.Told first = told.events().getFirst();
        Examination.Admissible admitted =
                examined instanceof Examination.Admissible admissible ? admissible : anywhere();
        DossierEvent filed =
                Lifecycle.begin(told.filing(), admitted, first.at(), past.on(Timeliness.dayOf(first.at())));
        Dossier dossier = Lifecycle.begun(id, tracking, admitted, filed);
        happenings.add(new Reenacted.Happening(dossier, filed, first.words()));
        return dossier;
    }

    private Examination.Admissible anywhere() {
        int competent = told.receivingAgency().isPresent() ? 1 : 0;
        return new Examination.Admissible(
                new Routing(0, 0, competent, 0),
                new Matter(0, told.filing().channel(), "", told.filing().resultDelivery()),
                new Person(Person.Kind.CITIZEN, "", "", ""));
    }

    private void walk(Dossier begun, boolean admitted) {
        Dossier dossier = begun;
        for (int at = 1; at < told.events().size(); at++) {
            dossier = next(dossier, at, admitted);
        }
    }

    /** The dossier after an event; as it was, when it cannot have taken that step. */
    private Dossier next(Dossier dossier, int at, boolean admitted) {
        Retelling.Told event = told.events().get(at);
        if (event.step().isEmpty()) {
            faults.fault(pointer(at, "/type"), "invalid-transition");
            return dossier;
        }
        return switch (decide(dossier, event.step().get(), event.at())) {
            case Decision.Allowed(DossierEvent decided) -> after(dossier, decided, event.words());
            case Decision.Refused(Refusal.UnknownAgency(String field)) ->
                elsewhere(dossier, event, at, new Fault(field, "unknown-agency"));
            case Decision.Refused(Refusal.AgencyNotCompetent(String field)) ->
                admitted
                        ? elsewhere(dossier, event, at, new Fault(field, "agency-not-competent"))
                        : toCompetent(dossier, event);
            case Decision.Refused _ -> {
                faults.fault(pointer(at, "/type"), "invalid-transition");
                yield dossier;
            }
        };
    }

    private Dossier elsewhere(Dossier dossier, Retelling.Told event, int at, Fault fault) {
        faults.fault(pointer(at, fault.pointer()), fault.code());
        return toCompetent(dossier, event);
    }

    private Dossier toCompetent(Dossier dossier, Retelling.Told event) {
        return decide(dossier, new Command.HandOver(Optional.empty()), event.at())
                        instanceof Decision.Allowed(DossierEvent decided)
                ? after(dossier, decided, event.words())
                : dossier;
    }

    private Dossier after(Dossier dossier, DossierEvent event, Map<String, Object> words) {
        Dossier after = dossier.after(event);
        happenings.add(new Reenacted.Happening(after, event, words));
        return after;
    }

    /** Whoever tells a past speaks for everybody who acted in it. */
    private Decision decide(Dossier dossier, Command command, Instant at) {
        Routing routing = dossier.routing();
        Caller actors = new Caller(
                "",
                Set.of(Role.CLERK, Role.OFFICER),
                Optional.empty(),
                routing.isTakenInElsewhere()
                        ? Set.of(routing.receivingAgency(), routing.competentAgency())
                        : Set.of(routing.competentAgency()),
                Optional.empty());
        return Lifecycle.decide(dossier, command, actors, at, past.on(Timeliness.dayOf(at)));
    }

    private static String pointer(int event, String field) {
        return "/events/" + event + field;
    }
}
