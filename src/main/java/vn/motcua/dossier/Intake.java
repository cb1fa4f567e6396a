package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.VariantChoice;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Competence;

/** What a filing must satisfy before it is filed; every fault is found, not only the first. */
public final class Intake {

    private final Filing filing;
    private final Caller caller;
    private final Reference reference;
    private final LocalDate day;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();

    private Intake(Filing filing, Caller caller, Reference reference, LocalDate day) {
        this.filing = filing;
        this.caller = caller;
        this.reference = reference;
        this.day = day;
    }

    /** Examines a filing as of the day in Viet Nam on which it comes. */
    public static Examination examine(Filing filing, Caller caller, Reference reference, LocalDate day) {
        return new Intake(filing, caller, reference, day).examine();
    }

    /** The role in which a caller may file; empty when none of the caller's roles ever may. */
    public static Optional<Role> actorAmong(Set<Role> roles) {
        return Stream.of(Role.CITIZEN, Role.CLERK).filter(roles::contains).findFirst();
    }

    private Examination examine() {
        Optional<ProcedureVersion> procedure = reference.procedures().inForce(filing.procedure(), day);
        if (procedure.isEmpty()) {
            fault("/procedureCode", "unknown-procedure");
        }
        channel();
        applicant();
        Optional<String> chosenCase = procedure.flatMap(this::chosenCase);
        Optional<Agency> agency = competent(procedure);
        if (!faults.isEmpty()) {
            return new Examination.Faulty(faults, choices);
        }
        Agency competent = agency.orElseThrow();
        int place = reference.territory().placeOf(competent).version();
        return new Examination.Admissible(
                new Routing(competent.id(), place, competent.id(), place),
                new Matter(
                        procedure.orElseThrow().id(),
                        filing.channel(),
                        chosenCase.orElseThrow(),
                        filing.resultDelivery()),
                filing.applicant().person(),
                competent.officeHours());
    }

    /** Online is the citizen's own; what comes to the counter or by post is typed by a clerk. */
    private void channel() {
        if (filing.channel() == Channel.ONLINE && filing.words().containsKey("submitter")) {
            fault("/submitter", "conflicting-fields");
        }
        Role needed = filing.channel() == Channel.ONLINE ? Role.CITIZEN : Role.CLERK;
        if (!caller.is(needed)) {
            fault("/channel", "channel-not-yours");
        }
    }

    /** A citizen's dossier is for the person of the token: number, name and birth date. */
    private void applicant() {
        List<Fault> missing = filing.applicant().faults(day);
        faults.addAll(missing);
        boolean somebodyElse = missing.isEmpty()
                && caller.person()
                        .filter(person -> !filing.applicant().isFor(person))
                        .isPresent();
        if (somebodyElse) {
            fault("/applicant", "applicant-mismatch");
        }
    }

    private Optional<String> chosenCase(ProcedureVersion procedure) {
        return switch (VariantChoice.of(
                procedure, filing.channel(), filing.caseCode().orElse(null))) {
            case VariantChoice.Chosen chosen -> Optional.of(chosen.variant().caseCode());
            case VariantChoice.NotOffered _ -> fault("/channel", "channel-not-offered");
            case VariantChoice.Ambiguous ambiguous -> {
                choices.addAll(ambiguous.cases());
                yield fault("/case", "variant-ambiguous");
            }
        };
    }

    private Optional<Agency> competent(Optional<ProcedureVersion> procedure) {
        Optional<Agency> named = filing.competentAgency().flatMap(reference.territory()::agency);
        if (filing.competentAgency().isPresent()) {
            named.ifPresentOrElse(
                    agency -> judge(agency, procedure), () -> fault("/competentAgency", "unknown-agency"));
            return named;
        }
        return filing.competentUnit().isPresent()
                ? unit(filing.competentUnit().get()).flatMap(unit -> agencyOf(procedure, unit))
                : fault("/competentUnit", "missing-field");
    }

    /** An agency that somebody names must decide the procedure, lie in the unit if one is named, and be the desk's. */
    private void judge(Agency agency, Optional<ProcedureVersion> procedure) {
        boolean decides = procedure.map(version -> version.isDecidedBy(agency)).orElse(true);
        boolean there = filing.competentUnit()
                .flatMap(this::unit)
                .map(unit -> agency.unit().filter(own -> own == unit.version()).isPresent())
                .orElse(true);
        if (!decides || !there || !deskActsFor(agency)) {
            fault("/competentAgency", "agency-not-competent");
        }
    }

    private Optional<AdministrativeUnit> unit(String code) {
        Optional<AdministrativeUnit> unit = reference.territory().unitInForce(code, day);
        return unit.isPresent()
                ? unit
                : fault("/competentUnit", reference.territory().knows(code) ? "unit-not-in-force" : "unknown-unit");
    }

    private Optional<Agency> agencyOf(Optional<ProcedureVersion> procedure, AdministrativeUnit unit) {
        if (procedure.isEmpty()) {
            return Optional.empty();
        }
        return switch (procedure.get().competentIn(unit, day, reference.territory())) {
            case Competence.One(Agency agency) when deskActsFor(agency) -> Optional.of(agency);
            case Competence.One _, Competence.None _ -> fault("/competentUnit", "agency-not-competent");
            case Competence.Ambiguous(List<Agency> agencies) -> {
                agencies.stream().map(Agency::identifier).forEach(choices::add);
                yield fault("/competentAgency", "agency-ambiguous");
            }
        };
    }

    /** A clerk takes in for the agencies of the own desk. */
    private boolean deskActsFor(Agency agency) {
        return !caller.is(Role.CLERK) || caller.agencies().contains(agency.id());
    }

    private <T> Optional<T> fault(String pointer, String code) {
        faults.add(new Fault(pointer, code));
        return Optional.empty();
    }
}
