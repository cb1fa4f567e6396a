package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Routing;
import vn.motcua.reporting.Fact.Ending;
import vn.motcua.reporting.Fact.Start;
import vn.motcua.reporting.Fact.What;

/**
 * What happened to one dossier so far, as far as figures ask. Small, since a recount holds one for every dossier of the log:
 * about 100 bytes; moments are nanoseconds since 1970.
 */
public final class Course {

    private static final long NEVER = Long.MIN_VALUE;
    private static final long NANOS = 1_000_000_000;

    private int sequence;
    private int receivingAgency;
    private int receivingUnit;
    private int competentAgency;
    private int competentUnit;
    private int procedureVersion;
    private byte channel;
    private boolean refused;
    private boolean judged;
    private Ending ending = Ending.COMPLETED;
    private long filedAt = NEVER;
    private long answerDueAt = NEVER;
    private long answeredAt = NEVER;
    private long acceptedAt = NEVER;
    private long startedAt = NEVER;
    private long firstPromisedAt = NEVER;
    private long dueAt = NEVER;
    private long endedAt = NEVER;

    /** Nothing has happened. */
    public Course() {}

    /** How many events it has. */
    public int sequence() {
        return sequence;
    }

    public Optional<Instant> filedAt() {
        return moment(filedAt);
    }

    /** By when the desk must answer. */
    public Optional<Instant> answerDueAt() {
        return moment(answerDueAt);
    }

    /** When the desk took it in or refused it. */
    Optional<Instant> answeredAt() {
        return moment(answeredAt);
    }

    public Optional<Instant> acceptedAt() {
        return moment(acceptedAt);
    }

    /** When its clock started. */
    public Optional<Instant> startedAt() {
        return moment(startedAt);
    }

    public Optional<Instant> firstPromisedAt() {
        return moment(firstPromisedAt);
    }

    public Optional<Instant> dueAt() {
        return moment(dueAt);
    }

    Optional<Instant> endedAt() {
        return moment(endedAt);
    }

    Ending ending() {
        return ending;
    }

    boolean isRefused() {
        return refused;
    }

    /** The version of the procedure; 0 before it is filed. */
    public int procedureVersion() {
        return procedureVersion;
    }

    /** 1 counter, 2 online, 3 postal; 0 before it is filed. */
    public int channel() {
        return channel;
    }

    /** Who has it. */
    public Routing routing() {
        return new Routing(receivingAgency, receivingUnit, competentAgency, competentUnit);
    }

    /** True once it was counted: what follows is later than the question. */
    boolean isJudged() {
        return judged;
    }

    void judged() {
        judged = true;
    }

    void add(Fact fact) {
        sequence = fact.sequence();
        receivingAgency = fact.routing().receivingAgency();
        receivingUnit = fact.routing().receivingUnit();
        competentAgency = fact.routing().competentAgency();
        competentUnit = fact.routing().competentUnit();
        long at = nanos(fact.occurredAt());
        switch (fact.what()) {
            case What.Filed(int version, int via, Optional<Instant> due) -> {
                filedAt = at;
                procedureVersion = version;
                channel = (byte) via;
                answerDueAt = nanos(due);
            }
            case What.Accepted(Optional<Start> start) -> {
                answeredAt = at;
                acceptedAt = at;
                start.ifPresent(clock -> started(at, clock));
            }
            case What.Started(Start start) -> started(at, start);
            case What.Recomputed(Instant due) -> {
                dueAt = nanos(due);
                firstPromisedAt = firstPromisedAt == NEVER ? dueAt : firstPromisedAt;
            }
            case What.AnswerRecomputed(Instant due) -> answerDueAt = nanos(due);
            case What.Refused _ -> {
                answeredAt = at;
                refused = true;
            }
            case What.Ended(Ending how) -> {
                endedAt = at;
                ending = how;
            }
            case What.Other _ -> {}
        }
    }

    private void started(long at, Start clock) {
        startedAt = at;
        dueAt = nanos(clock.dueAt());
        firstPromisedAt = dueAt;
    }

    /** The day in Viet Nam. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
    }

    private static long nanos(Optional<Instant> moment) {
        return moment.map(Course::nanos).orElse(NEVER);
    }

    private static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
    }

    private static Optional<Instant> moment(long nanos) {
        return nanos == NEVER
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)));
    }
}
