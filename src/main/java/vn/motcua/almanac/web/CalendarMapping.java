package vn.motcua.almanac.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.Closure;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.OfficeHours.Slot;
import vn.motcua.calendar.ReceptionHours;
import vn.motcua.calendar.SpecialDay;
import vn.motcua.calendar.Standing;
import vn.motcua.calendar.Timetable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.AgencyClosureDto;
import vn.motcua.contract.CalendarDayDto;
import vn.motcua.contract.CalendarDayKindDto;
import vn.motcua.contract.CalendarDto;
import vn.motcua.contract.CalendarStatusDto;
import vn.motcua.contract.CalendarTakeBackDto;
import vn.motcua.contract.CalendarVersionDto;
import vn.motcua.contract.ClosureKindDto;
import vn.motcua.contract.DayPartDto;
import vn.motcua.contract.ReceptionHoursDto;
import vn.motcua.contract.SlotDto;
import vn.motcua.contract.WeekdayDto;
import vn.motcua.contract.WeekdayHoursDto;
import vn.motcua.contract.WorkingHoursDto;

/** Calendars and their versions in the words of the contract. */
final class CalendarMapping {

    private CalendarMapping() {}

    static CalendarDto toDto(Addressed whose, WorkingCalendar calendar, int year) {
        AgencyTimes times = whose.times(calendar);
        return new CalendarDto(
                whose.id(),
                whose.name(),
                calendar.version(),
                calendar.knownFrom(),
                calendar.knownUntil(),
                year,
                days(calendar, year),
                Stream.concat(
                                Stream.of(hours(whose.usual())),
                                times.hours().stream().map(CalendarMapping::hours))
                        .toList(),
                times.reception().stream().map(CalendarMapping::reception).toList(),
                times.closures().stream()
                        .filter(closure ->
                                closure.from().getYear() <= year && closure.to().getYear() >= year)
                        .map(CalendarMapping::closure)
                        .toList());
    }

    private static List<CalendarDayDto> days(WorkingCalendar calendar, int year) {
        return Stream.concat(
                        calendar.specialDays().stream().map(day -> day(day, true)),
                        calendar.proposedDays().stream().map(day -> day(day, false)))
                .filter(day -> day.getDay().getYear() == year)
                .sorted(Comparator.comparing(CalendarDayDto::getDay))
                .toList();
    }

    private static CalendarDayDto day(SpecialDay day, boolean counted) {
        return new CalendarDayDto(
                day.day(),
                kind(day.worked()),
                DayPartDto.valueOf(day.part().name()),
                day.reason(),
                day.source(),
                status(!day.forecast()),
                counted);
    }

    private static CalendarDayKindDto kind(boolean worked) {
        return worked ? CalendarDayKindDto.WORK : CalendarDayKindDto.OFF;
    }

    private static CalendarStatusDto status(boolean official) {
        return official ? CalendarStatusDto.OFFICIAL : CalendarStatusDto.FORECAST;
    }

    private static WorkingHoursDto hours(OfficeHours usual) {
        return new WorkingHoursDto(null, slots(usual.slots()), weekdays(usual.weekdays()), CalendarStatusDto.OFFICIAL);
    }

    private static WorkingHoursDto hours(Timetable.Change change) {
        return new WorkingHoursDto(
                change.since(),
                slots(change.hours().slots()),
                weekdays(change.hours().weekdays()),
                status(!change.forecast()));
    }

    private static ReceptionHoursDto reception(ReceptionHours hours) {
        return new ReceptionHoursDto(hours.since(), weekdays(hours.weekdays()));
    }

    private static List<WeekdayHoursDto> weekdays(Map<DayOfWeek, List<Slot>> weekdays) {
        return new TreeMap<>(weekdays)
                .entrySet().stream()
                        .map(day -> new WeekdayHoursDto(
                                WeekdayDto.valueOf(day.getKey().name()), slots(day.getValue())))
                        .toList();
    }

    private static List<SlotDto> slots(List<Slot> slots) {
        return slots.stream()
                .map(slot -> new SlotDto(slot.from().toString(), slot.to().toString()))
                .toList();
    }

    private static AgencyClosureDto closure(Closure closure) {
        return new AgencyClosureDto(
                ClosureKindDto.valueOf(closure.kind().name()),
                moment(closure.from()),
                moment(closure.to()),
                closure.reason(),
                closure.source(),
                status(!closure.forecast()));
    }

    static CalendarVersionDto toDto(CalendarVersion version) {
        CalendarChange change = version.change();
        return new CalendarVersionDto(
                version.number(),
                change.agency().map(String::valueOf).orElse(Addressed.NATIONAL),
                change.source(),
                status(change.standing() == Standing.OFFICIAL),
                change.standing().isCounted(),
                change.note(),
                change.countsFrom(),
                version.reachesBack(),
                CalendarVersionDto.EnteredByEnum.valueOf(version.author().name()),
                version.enteredAt().map(CalendarMapping::moment).orElse(null),
                version.knownUntil(),
                change.days().stream().map(day -> said(day, change.source())).toList(),
                change.hours().stream().map(hours -> said(hours, change)).toList(),
                change.reception().stream()
                        .map(hours -> new ReceptionHoursDto(hours.since(), saidWeekdays(hours)))
                        .toList(),
                change.closures().stream().map(closing -> said(closing, change)).toList(),
                takenBack(change.takenBack()));
    }

    private static CalendarDayDto said(CalendarChange.Day day, String source) {
        return new CalendarDayDto(
                day.day(),
                kind(day.worked()),
                DayPartDto.valueOf(day.part().name()),
                day.reason(),
                source,
                status(day.standing() == Standing.OFFICIAL),
                day.standing().isCounted());
    }

    private static WorkingHoursDto said(CalendarChange.Hours hours, CalendarChange change) {
        return new WorkingHoursDto(
                hours.since(),
                saidSlots(hours.slots()),
                saidWeekdays(hours),
                status(change.standing() == Standing.OFFICIAL));
    }

    private static List<WeekdayHoursDto> saidWeekdays(CalendarChange.Hours hours) {
        return hours.weekdays().stream()
                .map(day -> new WeekdayHoursDto(WeekdayDto.valueOf(day.weekday().name()), saidSlots(day.slots())))
                .toList();
    }

    private static List<SlotDto> saidSlots(List<CalendarChange.Span> spans) {
        return spans.stream()
                .map(span -> new SlotDto(span.from().toString(), span.to().toString()))
                .toList();
    }

    private static AgencyClosureDto said(CalendarChange.Closing closing, CalendarChange change) {
        return new AgencyClosureDto(
                ClosureKindDto.valueOf(closing.kind().name()),
                moment(closing.from()),
                moment(closing.to()),
                closing.reason(),
                change.source(),
                status(change.standing() == Standing.OFFICIAL));
    }

    private static CalendarTakeBackDto takenBack(CalendarChange.TakenBack back) {
        return new CalendarTakeBackDto()
                .days(back.days())
                .hours(back.hours())
                .receptionHours(back.reception())
                .closures(back.closures().stream().map(CalendarMapping::moment).toList())
                .outages(back.outages().stream().map(CalendarMapping::moment).toList());
    }

    static LocalDate day(Instant moment) {
        return WorkingCalendar.local(moment).toLocalDate();
    }

    private static OffsetDateTime moment(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    private static OffsetDateTime moment(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
