package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When an office works on a working day (giờ làm việc). Slots are half-open for summing time, while the moment of
 * closing still belongs to the day.
 *
 * @param slots in order, none empty, none touching the next
 * @param weekdays the slots of days of the week that have their own
 */
public record OfficeHours(String name, List<Slot> slots, Map<DayOfWeek, List<Slot>> weekdays) {

    public static final OfficeHours S8M = of("S8M", slot("07:00", "11:30"), slot("13:30", "17:00"));
    public static final OfficeHours S8 = of("S8", slot("08:00", "12:00"), slot("13:00", "17:00"));
    public static final OfficeHours S75 = of("S75", slot("07:30", "11:30"), slot("13:30", "17:00"));

    /** The name of those that an agency has for itself. */
    public static final String OWN = "OWN";

    /** From opening up to closing, without a break. */
    public record Slot(LocalTime from, LocalTime to) {
        public Slot {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("A slot ends after it begins");
            }
        }
    }

    public OfficeHours {
        slots = checked(slots);
        weekdays = weekdays.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> checked(day.getValue())));
    }

    /** The same on every day. */
    public OfficeHours(String name, List<Slot> slots) {
        this(name, slots, Map.of());
    }

    private static List<Slot> checked(List<Slot> slots) {
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("An office that never opens has no hours");
        }
        for (int i = 1; i < slots.size(); i++) {
            if (!slots.get(i - 1).to().isBefore(slots.get(i).from())) {
                throw new IllegalArgumentException("Slots stand in order, with a break between them");
            }
        }
        return List.copyOf(slots);
    }

    /** The timetable of that name, if there is one. */
    public static Optional<OfficeHours> named(String name) {
        return Stream.of(S8M, S8, S75)
                .filter(hours -> hours.name().equals(name))
                .findFirst();
    }

    /** Hours of an agency's own; those that have a name where they are the same, so that who works alike shares one index. */
    public static OfficeHours own(List<Slot> slots, Map<DayOfWeek, List<Slot>> weekdays) {
        return Stream.of(S8M, S8, S75)
                .filter(hours -> hours.slots().equals(slots) && weekdays.isEmpty())
                .findFirst()
                .orElseGet(() -> new OfficeHours(OWN, slots, weekdays));
    }

    /** The slots of a day of the week; those of other days are also those of a weekend day that is worked. */
    public List<Slot> slots(DayOfWeek day) {
        return weekdays.getOrDefault(day, slots);
    }

    private static OfficeHours of(String name, Slot... slots) {
        return new OfficeHours(name, List.of(slots));
    }

    private static Slot slot(String from, String to) {
        return new Slot(LocalTime.parse(from), LocalTime.parse(to));
    }
}
