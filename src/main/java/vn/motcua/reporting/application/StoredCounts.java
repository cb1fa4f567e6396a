package vn.motcua.reporting.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.LoggedEvent;
import vn.motcua.reporting.Course;
import vn.motcua.reporting.Fact;
import vn.motcua.reporting.Fact.Start;
import vn.motcua.reporting.Fact.What;

/** Whether the counts that stand in an event are what happened: told from the events before it, not from its own words. */
final class StoredCounts {

    private static final int IMPORTED = 100;
    private static final int EVERYTHING_COUNTED = 3;
    private static final Map<String, Object> BY_FIRST = Map.of("basis", "FIRST");

    private final LoggedEvent event;
    private final Fact fact;
    private final Course before;
    private final LocalDate day;
    private final Map<Map<String, Object>, Map<String, Integer>> sums = new HashMap<>();

    private StoredCounts(LoggedEvent event, Fact fact, Course before) {
        this.event = event;
        this.fact = fact;
        this.before = before;
        this.day = Timeliness.dayOf(fact.occurredAt());
    }

    /**
     * True when they are; true for events of before those versions that count everything.
     *
     * @param before the dossier before the event
     */
    static boolean areRight(LoggedEvent event, Fact fact, Course before) {
        boolean counted = event.schemaVersion() % IMPORTED >= EVERYTHING_COUNTED
                || fact.what() instanceof What.Started
                || event.type().equals("ROUTED");
        if (!counted) {
            return true;
        }
        StoredCounts expected = new StoredCounts(event, fact, before);
        expected.tell();
        Map<Map<String, Object>, Map<String, Integer>> stored = new StoredCounts(event, fact, before).stored();
        expected.clean();
        return expected.sums.equals(stored);
    }

    private void tell() {
        switch (fact.what()) {
            case What.Filed(int _, int _, Optional<Instant> due) -> {
                add(day, "filed", 1);
                due.map(Timeliness::dayOf).ifPresent(on -> add(on, "intakeDueOpen", 1));
            }
            case What.Accepted(Optional<Start> start) -> {
                answered("accepted");
                add(day, "received", 1);
                start.ifPresentOrElse(this::started, () -> add(day, "notStartedOpen", 1));
            }
            case What.Started(Start start) -> {
                add(day, "notStartedOpen", -1);
                started(start);
            }
            case What.Recomputed(Instant due) -> recomputed(due);
            case What.AnswerRecomputed(Instant due) -> {
                before.answerDueAt().map(Timeliness::dayOf).ifPresent(was -> add(was, "intakeDueOpen", -1));
                add(Timeliness.dayOf(due), "intakeDueOpen", 1);
            }
            case What.Refused _ -> answered("refused");
            case What.Ended _ -> ended();
            case What.Other _ -> moved();
        }
    }

    private void started(Start start) {
        start.dueAt()
                .map(Timeliness::dayOf)
                .ifPresentOrElse(due -> add(due, "dueOpen", 1), () -> add(day, "receivedWithoutDue", 1));
    }

    private void answered(String how) {
        boolean late = before.answerDueAt().filter(fact.occurredAt()::isAfter).isPresent();
        add(day, how + (late ? "Late" : "InTime"), 1);
        before.answerDueAt().map(Timeliness::dayOf).ifPresent(due -> {
            if (day.isAfter(due)) {
                add(day, "intakeLeft", 1);
            } else {
                add(due, "intakeDueOpen", -1);
            }
        });
    }

    private void ended() {
        if (before.startedAt().isEmpty()) {
            add(day, "notStartedOpen", -1);
            add(day, "receivedWithoutDue", 1);
            add(day, "resolvedWithoutDue", 1);
            return;
        }
        before.dueAt().ifPresentOrElse(due -> endedAgainst(due, Map.of(), 1), () -> add(day, "resolvedWithoutDue", 1));
        before.firstPromisedAt().ifPresent(first -> {
            endedAgainst(first, BY_FIRST, 1);
            before.dueAt().ifPresent(due -> endedAgainst(due, BY_FIRST, -1));
        });
    }

    private void endedAgainst(Instant dueAt, Map<String, Object> basis, int sign) {
        LocalDate due = Timeliness.dayOf(dueAt);
        if (day.isAfter(due)) {
            add(day, basis, "overdue", sign);
            return;
        }
        add(due, basis, "dueOpen", -sign);
        add(day, basis, day.equals(due) ? "onTime" : "early", sign);
        if (day.equals(due) && fact.occurredAt().isAfter(dueAt)) {
            add(day, basis, "sameDayLate", sign);
        }
    }

    /** It is due on another day for whoever asks after the due moment, and on the same for whoever asks after the promise. */
    private void recomputed(Instant dueAt) {
        LocalDate due = Timeliness.dayOf(dueAt);
        add(due, "dueOpen", 1);
        before.dueAt()
                .map(Timeliness::dayOf)
                .ifPresentOrElse(
                        was -> {
                            add(was, "dueOpen", -1);
                            add(was, BY_FIRST, "dueOpen", 1);
                            add(due, BY_FIRST, "dueOpen", -1);
                        },
                        () -> before.startedAt()
                                .ifPresent(start -> add(Timeliness.dayOf(start), "receivedWithoutDue", -1)));
    }

    /** Its intake goes over from those who had it. */
    private void moved() {
        if (!event.type().equals("ROUTED")) {
            return;
        }
        Map<String, Object> holder = Map.of(
                "agency", before.routing().competentAgency(),
                "unit", before.routing().competentUnit());
        before.filedAt().map(Timeliness::dayOf).ifPresent(on -> {
            add(on, Map.of(), "filed", 1);
            add(on, holder, "filed", -1);
        });
        before.answerDueAt().map(Timeliness::dayOf).ifPresent(due -> {
            add(due, Map.of(), "intakeDueOpen", 1);
            add(due, holder, "intakeDueOpen", -1);
        });
    }

    private void add(LocalDate on, String measure, int change) {
        add(on, Map.of(), measure, change);
    }

    /** Recorded on another day than it happened, or put on an earlier one: then it says as of when it holds. */
    private void add(LocalDate on, Map<String, Object> holder, String measure, int change) {
        Map<String, Object> key = new HashMap<>(holder);
        key.put("day", on.toString());
        if (!Timeliness.dayOf(fact.recordedAt()).equals(day) || on.isBefore(day)) {
            key.put("effectiveOn", day.toString());
        }
        sums.computeIfAbsent(key, _ -> new HashMap<>()).merge(measure, change, Integer::sum);
    }

    private Map<Map<String, Object>, Map<String, Integer>> stored() {
        if (event.payload().get("counts") instanceof List<?> entries) {
            entries.stream().flatMap(StoredCounts::members).forEach(this::store);
        }
        clean();
        return sums;
    }

    private static Stream<Map<?, ?>> members(Object entry) {
        return entry instanceof Map<?, ?> members ? Stream.of(members) : Stream.of();
    }

    private void store(Map<?, ?> entry) {
        Map<String, Object> key = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        entry.forEach((name, value) -> {
            String member = String.valueOf(name);
            if (value instanceof Integer count && !member.equals("agency") && !member.equals("unit")) {
                counts.put(member, count);
            } else {
                key.put(member, value);
            }
        });
        Map<String, Integer> sum = sums.computeIfAbsent(key, _ -> new HashMap<>());
        counts.forEach((measure, change) -> sum.merge(measure, change, Integer::sum));
    }

    private void clean() {
        sums.values().forEach(counts -> counts.values().removeIf(count -> count == 0));
        sums.values().removeIf(Map::isEmpty);
    }
}
