package vn.motcua.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.deadline.Interruption.Ground;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.ClockPolicy.Effect;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.Term;

/** A dossier's made-up past on a made-up calendar, to the minute; often at the edges, where rules change. */
record RandomCase(RandomCalendar calendar, ClockHistory history, Term term, ClockPolicy policy) {

    private static final List<Integer> EDGES = List.of(0, 420, 450, 480, 690, 720, 780, 810, 900, 990, 1020);
    private static final List<Ground> GROUNDS =
            List.of(Ground.SUPPLEMENT, Ground.SUPPLEMENT, Ground.FINANCIAL_DUTY, Ground.OUTAGE, Ground.CONSULTATION);

    static RandomCase of(Random random, List<RandomCalendar> calendars) {
        RandomCalendar calendar = calendars.get(random.nextInt(calendars.size()));
        LocalDateTime start = moment(random, RandomCalendar.FIRST.plusDays(40 + random.nextInt(200)));
        List<Interruption> interruptions = new ArrayList<>();
        for (int n = Math.max(0, random.nextInt(7) - 2); n > 0; n--) {
            interruptions.add(interruption(random, start));
        }
        Optional<Extension> extension =
                random.nextInt(5) > 0 ? Optional.empty() : Optional.of(extension(random, start));
        return new RandomCase(
                calendar,
                new ClockHistory(instant(start), interruptions, extension),
                term(random, true),
                policy(random));
    }

    private static Instant instant(LocalDateTime local) {
        return WorkingCalendar.instant(local);
    }

    private static LocalDateTime moment(Random random, LocalDate day) {
        int edge = EDGES.get(random.nextInt(EDGES.size())) + random.nextInt(3) - 1;
        int minute = random.nextBoolean() ? random.nextInt(1440) : Math.max(0, edge);
        return day.atTime(LocalTime.MIN).plusMinutes(minute);
    }

    private static Interruption interruption(Random random, LocalDateTime start) {
        LocalDateTime from =
                moment(random, start.toLocalDate().plusDays(random.nextInt(12))).plusMinutes(0);
        LocalDateTime begin = from.isBefore(start) && random.nextInt(4) > 0 ? start : from;
        LocalDateTime to = moment(random, begin.toLocalDate().plusDays(random.nextInt(6)));
        boolean lasts = random.nextInt(15) == 0;
        return new Interruption(
                GROUNDS.get(random.nextInt(GROUNDS.size())),
                instant(begin),
                lasts ? Optional.empty() : Optional.of(instant(to.isBefore(begin) ? begin.plusMinutes(90) : to)));
    }

    private static Extension extension(Random random, LocalDateTime start) {
        return new Extension(
                instant(moment(random, start.toLocalDate().plusDays(random.nextInt(8)))),
                instant(moment(random, start.toLocalDate().plusDays(3 + random.nextInt(30)))),
                "1/XL");
    }

    static Term term(Random random, boolean stages) {
        return switch (random.nextInt(stages ? 10 : 9)) {
            case 0 -> new Term.SameDay(LocalTime.of(8 + random.nextInt(10), 0));
            case 1 -> new Term.Immediate();
            case 2, 3 -> new Term.WorkingDays(1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 6));
            case 4, 5 -> new Term.WorkingHours(1 + random.nextInt(24));
            case 6 -> new Term.CalendarDays(1 + random.nextInt(30));
            case 7 -> new Term.Months(1 + random.nextInt(3));
            case 8 -> new Term.ClockHours(1 + random.nextInt(72));
            default ->
                new Term.Composite(List.of(
                        new Term.Stage("Thẩm định", term(random, false)),
                        new Term.Stage("Phê duyệt", term(random, false))));
        };
    }

    private static ClockPolicy policy(Random random) {
        return new ClockPolicy(
                ClockPolicy.StartEvent.ACCEPTED,
                Effect.values()[random.nextInt(3)],
                Effect.values()[1 + random.nextInt(2)],
                1,
                Optional.empty(),
                ClockPolicy.Precision.DAY,
                FirstDay.values()[random.nextInt(2)],
                false);
    }

    Reckoning reckoned() {
        return Reckoning.of(history, term, policy, calendar.time());
    }

    /** What the reference answers, in minutes of its span. */
    int expected() {
        Paused paused = Paused.of(having(Effect.PAUSE));
        int start = minute(history.startedAt());
        for (int[] restart : having(Effect.RESTART)) {
            int before = due(start, paused.begun(-1, restart[0]), restart[0]);
            if (before != MinuteReference.STANDS && restart[0] > before) {
                continue;
            }
            if (restart[2] == 1) {
                return MinuteReference.STANDS;
            }
            start = Math.max(start, restart[1]);
        }
        return due(start, paused, Integer.MAX_VALUE);
    }

    /** With the extension, where it was recorded since the start and before a moment. */
    private int due(int start, Paused paused, int before) {
        MinuteReference reference = calendar.reference();
        int plain = reference.due(start, term, policy.firstDay(), paused);
        int recorded = history.extension()
                .map(extension -> minute(extension.recordedAt()))
                .filter(at -> at >= start && at < before)
                .orElse(-1);
        if (recorded < 0) {
            return plain;
        }
        int newDue = minute(history.extension().orElseThrow().newDueAt());
        int then = reference.due(start, term, policy.firstDay(), paused.begun(-1, recorded));
        if (then == MinuteReference.STANDS) {
            return then;
        }
        boolean allowed = recorded / 1440 < then / 1440 && newDue > then;
        return allowed
                ? reference.extended(start, term, policy.firstDay(), new int[] {recorded, newDue}, paused)
                : plain;
    }

    /** Beginning, end, 1 while it lasts, and 1 for an outage. */
    private List<int[]> having(Effect effect) {
        return history.interruptions().stream()
                .filter(one -> effect(one) == effect)
                .sorted(Comparator.comparing(Interruption::from))
                .map(one -> new int[] {
                    minute(one.from()),
                    one.to().map(this::minute).orElse(RandomCalendar.MINUTES),
                    one.to().isEmpty() ? 1 : 0,
                    one.ground() == Ground.OUTAGE ? 1 : 0
                })
                .toList();
    }

    private Effect effect(Interruption one) {
        return switch (one.ground()) {
            case SUPPLEMENT -> policy.supplement();
            case FINANCIAL_DUTY -> policy.finance();
            case CONSULTATION -> Effect.RUN;
            case OUTAGE, SECTOR_LAW -> Effect.PAUSE;
        };
    }

    int minute(Instant moment) {
        return calendar.reference().minute(WorkingCalendar.local(moment));
    }
}
