package vn.motcua.almanac.web;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarChange.Closing;
import vn.motcua.calendar.CalendarChange.Day;
import vn.motcua.calendar.CalendarChange.Hours;
import vn.motcua.calendar.CalendarChange.Span;
import vn.motcua.calendar.CalendarChange.TakenBack;
import vn.motcua.calendar.CalendarChange.Weekday;
import vn.motcua.calendar.CalendarFault;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.SpecialDay.Part;
import vn.motcua.calendar.Standing;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.CalendarDayKindDto;
import vn.motcua.contract.CalendarStatusDto;
import vn.motcua.contract.CalendarTakeBackDto;
import vn.motcua.contract.ClosureKindDto;
import vn.motcua.contract.DayPartDto;
import vn.motcua.contract.NewCalendarDayDto;
import vn.motcua.contract.NewCalendarVersionDto;
import vn.motcua.contract.NewClosureDto;
import vn.motcua.contract.SlotDto;
import vn.motcua.contract.WeekdayHoursDto;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;

/** A change of the calendar as a request says it. The contract's schema has judged the request before. */
public final class CalendarChanges {

    private CalendarChanges() {}

    /**
     * The change, whether it fits or not.
     *
     * @param agency whose calendar was addressed; empty for the national one
     * @param today the first day that it is about where it names none
     * @throws Problem when it contradicts itself in a way that has no change
     */
    public static CalendarChange of(NewCalendarVersionDto dto, Optional<Integer> agency, LocalDate today) {
        Standing standing = standing(dto);
        CalendarChange change = new CalendarChange(
                agency,
                dto.getSource(),
                standing,
                dto.getNote(),
                LocalDate.MAX,
                Optional.ofNullable(dto.getKnownUntil()),
                all(dto.getDays(), day -> day(day, standing)),
                all(
                        dto.getHours(),
                        hours -> new Hours(hours.getSince(), spans(hours.getSlots()), weekdays(hours.getWeekdays()))),
                all(
                        dto.getReceptionHours(),
                        hours -> new Hours(hours.getSince(), List.of(), weekdays(hours.getWeekdays()))),
                all(dto.getClosures(), CalendarChanges::closing),
                takenBack(dto.getTakeBack()));
        return change.countingFrom(requireNonNullElseGet(
                dto.getCountsFrom(),
                () -> change.touched().min(Comparator.naturalOrder()).orElse(today)));
    }

    /** All that is wrong with it, as one refusal. */
    public static Problem problem(List<CalendarFault> faults) {
        return Problem.fields(faults.stream()
                .map(fault -> new FieldError(fault.pointer(), fault.code()))
                .toList());
    }

    private static Standing standing(NewCalendarVersionDto dto) {
        boolean official = dto.getStatus() == CalendarStatusDto.OFFICIAL;
        boolean counted = requireNonNullElse(dto.getCounted(), official);
        if (official && !counted) {
            throw Problem.fields(List.of(new FieldError("/counted", "official-counts")));
        }
        if (official) {
            return Standing.OFFICIAL;
        }
        return counted ? Standing.EXPECTED : Standing.PROPOSED;
    }

    private static <D, T> List<T> all(@Nullable List<D> said, Function<D, T> one) {
        return requireNonNullElse(said, List.<D>of()).stream().map(one).toList();
    }

    private static Day day(NewCalendarDayDto dto, Standing standing) {
        return new Day(
                dto.getDay(),
                dto.getKind() == CalendarDayKindDto.WORK,
                Part.valueOf(requireNonNullElse(dto.getPart(), DayPartDto.WHOLE).name()),
                dto.getReason(),
                standing);
    }

    private static List<Weekday> weekdays(@Nullable List<WeekdayHoursDto> said) {
        return all(said, day -> new Weekday(DayOfWeek.valueOf(day.getWeekday().name()), spans(day.getSlots())));
    }

    private static List<Span> spans(List<SlotDto> slots) {
        return all(slots, slot -> new Span(LocalTime.parse(slot.getFrom()), LocalTime.parse(slot.getTo())));
    }

    private static Closing closing(NewClosureDto dto) {
        return new Closing(
                Closure.Kind.valueOf(requireNonNullElse(dto.getKind(), ClosureKindDto.CLOSURE)
                        .name()),
                local(dto.getFrom()),
                local(dto.getTo()),
                dto.getReason());
    }

    private static LocalDateTime local(OffsetDateTime moment) {
        return WorkingCalendar.local(moment.toInstant()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static TakenBack takenBack(@Nullable CalendarTakeBackDto dto) {
        return dto == null
                ? TakenBack.NOTHING
                : new TakenBack(
                        all(dto.getDays(), Function.identity()),
                        all(dto.getHours(), Function.identity()),
                        all(dto.getReceptionHours(), Function.identity()),
                        all(dto.getClosures(), CalendarChanges::local),
                        all(dto.getOutages(), CalendarChanges::local));
    }
}
