package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.VariantChoice;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;

/** What a filing must satisfy before it is filed; every fault is found, not only the first. */
public final class Intake {

    private final Filing filing;
    private final Filer filer;
    private final Reference reference;
    private final LocalDate day;
    private final Faults faults = new Faults();

    private Intake(Filing filing, Filer filer, Reference reference, LocalDate day) {
        this.filing = filing;
        this.filer = filer;
        this.reference = reference;
        this.day = day;
    }

    /** Who hands it in. */
    private sealed interface Filer {

        record Present(Caller caller) implements Filer {}

        /** Somebody did once, and a machine tells of it; the agency whose desk took it in may be named. */
        record Past(Optional<String> receivingAgency) implements Filer {}
    }

    /** Examines a filing as of the day in Viet Nam on which it comes. */
    public static Examination examine(Filing filing, Caller caller, Reference reference, LocalDate day) {
        return new Intake(filing, new Filer.Present(caller), reference, day).examine();
    }

    /**
     * Examines a filing of the past as of its day. Whoever filed it then might; that somebody decided it is certain.
     *
     * @param receivingAgency id or identifier; empty when the agency that decides took it in itself
     */
    static Examination examineRetold(
            Filing filing, Optional<String> receivingAgency, Reference reference, LocalDate day) {
        return new Intake(filing, new Filer.Past(receivingAgency), reference, day).examine();
    }

    /** The role in which a caller may file; empty when none of the caller's roles ever may. */
    public static Optional<Role> actorAmong(Set<Role> roles) {
        return Stream.of(Role.CITIZEN, Role.CLERK).filter(roles::contains).findFirst();
    }

    private Examination examine() {
        Optional<ProcedureVersion> procedure = reference.procedures().inForce(filing.procedure(), day);
        if (procedure.isEmpty()) {
            faults.fault("/procedureCode", "unknown-procedure");
        }
        if (filer instanceof Filer.Present(Caller caller)) {
            channel(caller);
        }
        Optional<Representation> representation = representation();
        namedDesk();
        Optional<String> chosenCase = procedure.flatMap(this::chosenCase);
        Optional<Routing> taken = new Destinations(filing, reference.territory(), mapDay(), faults)
                .of(procedure)
                .flatMap(this::takenIn);
        if (!faults.areNone()) {
            return faults.all();
        }
        return new Examination.Admissible(
                taken.orElseThrow(),
                new Matter(
                        procedure.orElseThrow().id(),
                        filing.channel(),
                        chosenCase.orElseThrow(),
                        filing.resultDelivery()),
                filing.applicant().person(),
                representation);
    }

    /** The day whose units and agencies are meant. */
    private LocalDate mapDay() {
        return switch (filer) {
            case Filer.Present _ -> day;
            case Filer.Past _ -> reference.territory().mapDay(day);
        };
    }

    /** The way that it goes from whoever takes it in. */
    private Optional<Routing> takenIn(Destination destination) {
        Territory territory = reference.territory();
        Optional<Agency> desk = switch (filer) {
            case Filer.Present(Caller caller) -> desk(caller, destination);
            case Filer.Past(Optional<String> named) -> desk(named, destination);
        };
        return desk.map(receiving -> {
            int here = territory.placeOf(receiving).version();
            int there = destination.in(territory).version();
            return switch (destination) {
                case Destination.Known(Agency competent) -> new Routing(receiving.id(), here, competent.id(), there);
                case Destination.Unknown _ -> new Routing(receiving.id(), here, receiving.id(), there, false);
            };
        });
    }

    private Optional<Agency> desk(Caller caller, Destination destination) {
        return new ReceivingDesk(caller, reference.territory(), day)
                .receiving(destination)
                .or(() -> faults.fault(
                        filing.competentAgency().isPresent() ? "/competentAgency" : "/competentUnit",
                        "agency-not-competent"));
    }

    private Optional<Agency> desk(Optional<String> named, Destination destination) {
        if (!(destination instanceof Destination.Known(Agency competent))) {
            return faults.fault("/competentAgency", "no-agency-then");
        }
        if (named.isEmpty()) {
            return Optional.of(competent);
        }
        return reference
                .territory()
                .agencyOn(named.get(), mapDay())
                .flatMap(receiving -> new ReceivingDesk(clerkOf(receiving), reference.territory(), mapDay())
                        .receiving(destination)
                        .or(() -> faults.fault("/receivingAgency", "agency-not-competent")));
    }

    /** The agency that is named to have taken it in must have existed, wherever the filing leads. */
    private void namedDesk() {
        if (filer instanceof Filer.Past(Optional<String> named)
                && named.isPresent()
                && reference.territory().agencyOn(named.get(), mapDay()).isEmpty()) {
            faults.fault("/receivingAgency", "unknown-agency");
        }
    }

    private static Caller clerkOf(Agency agency) {
        return new Caller("", Set.of(Role.CLERK), Optional.empty(), Set.of(agency.id()), Optional.empty());
    }

    /** Online is the citizen's; what comes to the counter or by post is typed by a clerk. */
    private void channel(Caller caller) {
        Role needed = filing.channel() == Channel.ONLINE ? Role.CITIZEN : Role.CLERK;
        if (!caller.is(needed)) {
            faults.fault("/channel", "channel-not-yours");
        }
    }

    private Optional<Representation> representation() {
        List<Fault> wrongNumbers = filer instanceof Filer.Present(Caller caller)
                ? filing.applicant().wrongNumbers(caller.person())
                : List.of();
        FilingRight right = new FilingRight(filing, wrongNumbers, day, faults);
        return switch (filer) {
            case Filer.Present(Caller caller) -> caller.person().map(right::of).orElseGet(right::atTheDesk);
            case Filer.Past _ -> Optional.empty();
        };
    }

    private Optional<String> chosenCase(ProcedureVersion procedure) {
        return switch (VariantChoice.of(
                procedure, filing.channel(), filing.caseCode().orElse(null))) {
            case VariantChoice.Chosen chosen -> Optional.of(chosen.variant().caseCode());
            case VariantChoice.NotOffered _ -> faults.fault("/channel", "channel-not-offered");
            case VariantChoice.Ambiguous ambiguous -> faults.fault("/case", "variant-ambiguous", ambiguous.cases());
        };
    }
}
