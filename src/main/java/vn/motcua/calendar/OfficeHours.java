package vn.motcua.calendar;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an office works on a working day (giờ làm việc). Slots are half-open for summing time, while the moment of
 * closing still belongs to the day.
 *
 * @param slots in order, none empty, none touching the next
 */
public record OfficeHours(String name, List<Slot> slots) {

    public static final OfficeHours S8M = of("S8M", slot("07:00", "11:30"), slot("13:30", "17:00"));
    public static final OfficeHours S8 = of("S8", slot("08:00", "12:00"), slot("13:00", "17:00"));
    public static final OfficeHours S75 = of("S75", slot("07:30", "11:30"), slot("13:30", "17:00"));

    /** From opening up to closing, without a break. */
    public record Slot(LocalTime from, LocalTime to) {
        public Slot {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("A slot ends after it begins");
            }
        }

        private long nanos() {
            return to.toNanoOfDay() - from.toNanoOfDay();
        }
    }

    public OfficeHours {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("An office that never opens has no hours");
        }
        for (int i = 1; i < slots.size(); i++) {
            if (!slots.get(i - 1).to().isBefore(slots.get(i).from())) {
                throw new IllegalArgumentException("Slots stand in order, with a break between them");
            }
        }
    }

    /** The timetable of that name, if there is one. */
    public static Optional<OfficeHours> named(String name) {
        return Stream.of(S8M, S8, S75)
                .filter(hours -> hours.name().equals(name))
                .findFirst();
    }

    public LocalTime opening() {
        return slots.getFirst().from();
    }

    public LocalTime closing() {
        return slots.getLast().to();
    }

    /** What a whole day holds. */
    public long nanosADay() {
        return nanosWorkedBy(closing());
    }

    /** What has been worked on a day by {@code time}. */
    public long nanosWorkedBy(LocalTime time) {
        long worked = 0;
        for (Slot slot : slots) {
            LocalTime end = time.isBefore(slot.to()) ? time : slot.to();
            worked += Math.max(0, end.toNanoOfDay() - slot.from().toNanoOfDay());
        }
        return worked;
    }

    /** The first time by which {@code nanos} of a day are worked: at a slot's end it stays there. */
    public LocalTime timeWhenWorked(long nanos) {
        long left = nanos;
        for (Slot slot : slots) {
            if (left <= slot.nanos()) {
                return slot.from().plusNanos(left);
            }
            left -= slot.nanos();
        }
        throw new IllegalArgumentException("A day of " + name + " is shorter than that");
    }

    private static OfficeHours of(String name, Slot... slots) {
        return new OfficeHours(name, List.of(slots));
    }

    private static Slot slot(String from, String to) {
        return new Slot(LocalTime.parse(from), LocalTime.parse(to));
    }
}
