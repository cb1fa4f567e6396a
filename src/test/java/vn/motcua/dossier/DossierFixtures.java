package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.ClockKind;
import vn.motcua.deadline.DeadlineWarning;
import vn.motcua.deadline.WarningPoint;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Person;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.StartEvent;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.ProcedureFixtures;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.Variant;
import vn.motcua.territory.Agency;
import vn.motcua.territory.AgencyHistory;
import vn.motcua.territory.AgencyKind;
import vn.motcua.territory.Decider;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;
import vn.motcua.territory.TerritoryFixtures;

/** Dossiers of a small one-stop shop. */
public final class DossierFixtures {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    public static final ProcedureCode RESIDENCE = new ProcedureCode("1.004222");
    public static final ProcedureCode ABSENCE = new ProcedureCode("1.003677");
    public static final ProcedureCode UNCONFIRMED = new ProcedureCode("1.013065");
    /** Nobody knows who decides it. */
    public static final ProcedureCode UNDECIDED = new ProcedureCode("1.000001");
    /** Its clock starts when the competent agency has it. */
    public static final ProcedureCode RECEPTION_FIRST = new ProcedureCode("1.000002");
    /** Its clock starts when the fee is confirmed. */
    public static final ProcedureCode FEE_FIRST = new ProcedureCode("1.013067");

    public static final Person MAU = new Person(Person.Kind.CITIZEN, "042090001234", "Nguyễn Văn Mẫu", "1990-05-17");
    public static final Matter MATTER = new Matter(1, Channel.ONLINE, "default", ResultDelivery.ELECTRONIC);
    public static final Routing ROUTING = new Routing(32, 3, 32, 3);

    /** Due a day later than promised, by another version of the calendar. */
    public static final DossierEvent MOVED = new DossierEvent.DeadlineRecomputed(
            Instant.parse("2026-03-02T02:00:00.123Z"),
            at("2026-02-27T09:00"),
            Promise.due(at("2026-03-04T17:00"), true, 1, "CLK-1"),
            new Promise(
                    Optional.of(at("2026-03-04T17:00")),
                    Optional.of(at("2026-03-05T17:00")),
                    Optional.empty(),
                    false,
                    2,
                    "CLK-1"),
            Recomputed.Why.CALENDAR);

    /** Due at last, since somebody confirmed the term. */
    public static final DossierEvent CAME = new DossierEvent.DeadlineRecomputed(
            Instant.parse("2026-03-02T02:00:00.123Z"),
            at("2026-02-27T09:00"),
            Promise.none(Promise.Missing.TERM_UNCONFIRMED, 1, "CLK-1"),
            Promise.due(at("2026-03-11T17:00"), false, 1, "CLK-1"),
            Recomputed.Why.TERM);

    /** The desk has a day more. */
    public static final DossierEvent ANSWER_MOVED = new DossierEvent.AnswerRecomputed(
            Instant.parse("2026-03-02T02:00:00.123Z"),
            at("2026-02-27T09:00"),
            Optional.of(at("2026-03-02T09:00")),
            at("2026-03-03T09:00"),
            2,
            false);

    /** The desk has a moment at last. */
    public static final DossierEvent ANSWER_CAME = new DossierEvent.AnswerRecomputed(
            Instant.parse("2026-03-02T02:00:00.123Z"),
            at("2026-02-27T09:00"),
            Optional.empty(),
            at("2026-03-03T09:00"),
            2,
            true);

    /** Every way in which a due moment is computed again. */
    public static final List<DossierEvent> RECOMPUTED = List.of(MOVED, CAME, ANSWER_MOVED, ANSWER_CAME);

    private static final TrackingCode TRACKING = TrackingCode.from(new byte[10]);

    public static final DeadlineWarning WARNING = new DeadlineWarning(
            Instant.parse("2026-03-02T01:59:58.123Z"),
            ClockKind.PROCESSING,
            new WarningPoint.Share(80),
            Instant.parse("2026-03-11T10:00:00Z"));

    private DossierFixtures() {}

    public static Reference reference() {
        return reference(CalendarFixtures.seeded());
    }

    public static Reference reference(WorkingCalendar calendar) {
        return new Reference(TerritoryFixtures.territory(), new ProcedureCatalogue(procedures()), calendar);
    }

    public static Reference reference(Territory territory) {
        return new Reference(territory, new ProcedureCatalogue(procedures()), CalendarFixtures.seeded());
    }

    /** As {@link #reference()}, with the police of a second commune. */
    public static Reference twoPoliceOffices() {
        Agency second =
                new Agency(42, "Z99.42", true, "Agency 42", AgencyKind.POLICE, Level.COMMUNE, Optional.of(4), "S8M");
        List<AgencyHistory> agencies = Stream.concat(
                        TerritoryFixtures.territory().agencies(), Stream.of(TerritoryFixtures.ever(second)))
                .toList();
        return new Reference(
                new Territory(TerritoryFixtures.territory().units().toList(), List.of(), agencies),
                new ProcedureCatalogue(procedures()),
                CalendarFixtures.seeded());
    }

    private static List<ProcedureVersion> procedures() {
        return List.of(
                procedure(
                        1,
                        RESIDENCE,
                        variant(Channel.ONLINE, "default", new Term.WorkingDays(7)),
                        variant(Channel.COUNTER, "default", new Term.WorkingDays(7))),
                procedure(
                        2,
                        ABSENCE,
                        variant(Channel.ONLINE, "default", new Term.WorkingDays(1)),
                        variant(Channel.ONLINE, "complex", new Term.WorkingDays(2))),
                procedure(3, UNCONFIRMED, variant(Channel.ONLINE, "default", null)),
                procedure(
                        4,
                        UNDECIDED,
                        List.of(),
                        StartEvent.ACCEPTED,
                        variant(Channel.ONLINE, "default", new Term.WorkingDays(3)),
                        variant(Channel.COUNTER, "default", new Term.WorkingDays(3))),
                procedure(
                        5,
                        RECEPTION_FIRST,
                        List.of(Decider.of(Level.COMMUNE, AgencyKind.POLICE)),
                        StartEvent.COMPETENT_RECEPTION,
                        variant(Channel.ONLINE, "default", new Term.WorkingDays(3))),
                procedure(
                        6,
                        FEE_FIRST,
                        List.of(Decider.of(Level.COMMUNE, AgencyKind.POLICE)),
                        StartEvent.FEE_CONFIRMED,
                        variant(Channel.ONLINE, "default", new Term.WorkingDays(3))));
    }

    private static ProcedureVersion procedure(int id, ProcedureCode code, Variant... variants) {
        return ProcedureFixtures.procedure(id, code.value(), "Procedure " + code, variants);
    }

    private static ProcedureVersion procedure(
            int id, ProcedureCode code, List<Decider> deciders, StartEvent start, Variant... variants) {
        ProcedureVersion usual = procedure(id, code, variants);
        ClockPolicy general = usual.policy();
        return new ProcedureVersion(
                id,
                code,
                usual.name(),
                usual.sector(),
                usual.effectiveFrom(),
                usual.effectiveTo(),
                deciders,
                new ClockPolicy(
                        start,
                        general.supplement(),
                        general.finance(),
                        general.maxSupplements(),
                        general.window(),
                        general.precision()),
                usual.variants(),
                usual.provenance(),
                usual.retentionClass(),
                usual.papers(),
                usual.least());
    }

    private static Variant variant(Channel channel, String caseCode, Term term) {
        return ProcedureFixtures.variant(channel, caseCode, Optional.ofNullable(term));
    }

    public static Caller citizen() {
        return new Caller("citizens|mau", Set.of(Role.CITIZEN), Optional.of(MAU), Set.of(), Optional.empty());
    }

    public static Caller clerk(Integer... agencies) {
        return new Caller("agencies|clerk", Set.of(Role.CLERK), Optional.empty(), Set.of(agencies), Optional.empty());
    }

    public static Applicant applicant(Person person) {
        return new Applicant(
                person.kind(),
                Optional.of(person.number()),
                Optional.of(person.name()),
                Optional.of(person.dateOfBirth()));
    }

    /** Registration of residence, online, for the citizen, at the commune 18073. */
    public static Filing filing() {
        return filing(RESIDENCE, Optional.of("18073"), Optional.empty(), Channel.ONLINE, applicant(MAU));
    }

    public static Filing filing(
            ProcedureCode procedure,
            Optional<String> unit,
            Optional<String> agency,
            Channel channel,
            Applicant applicant) {
        return new Filing(
                procedure,
                Optional.empty(),
                unit,
                agency,
                channel,
                ResultDelivery.ELECTRONIC,
                applicant,
                List.of(),
                Map.of("form", Map.of()));
    }

    /** A dossier in that status, or announced only. */
    public static Dossier dossier(Optional<DossierStatus> status) {
        return dossier(status, MATTER, Optional.empty());
    }

    public static Dossier dossier(Optional<DossierStatus> status, Matter matter, Optional<Instant> dueAt) {
        return dossier(status, ROUTING, matter, dueAt.map(due -> Promise.due(due, false, 1, "1")));
    }

    /** A dossier taken in as the routing says, whose clock does what is given. */
    public static Dossier dossier(
            Optional<DossierStatus> status, Routing routing, Matter matter, Optional<ClockStart> clock) {
        return new Dossier(
                UUID.fromString("0195550c-f3c0-7000-8000-000000000001"),
                3,
                status,
                TRACKING,
                Optional.empty(),
                routing,
                matter,
                Milestones.filed(at("2026-03-02T09:00"), Optional.empty()),
                clock,
                Optional.empty(),
                at("2026-03-02T09:00"));
    }

    /** A dossier that was filed and nothing else. */
    public static Dossier filed(Instant filedAt, Optional<Instant> answerDueAt) {
        Dossier any = dossier(Optional.of(DossierStatus.REGISTERED));
        return new Dossier(
                any.id(),
                any.version(),
                any.status(),
                any.tracking(),
                any.code(),
                any.routing(),
                any.matter(),
                Milestones.filed(filedAt, answerDueAt),
                any.clock(),
                any.handedOverTo(),
                any.lastEventAt());
    }

    /** A local time of Viet Nam. */
    public static Instant at(String local) {
        return WorkingCalendar.instant(LocalDateTime.parse(local));
    }
}
