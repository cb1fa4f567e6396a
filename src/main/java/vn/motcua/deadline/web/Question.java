package vn.motcua.deadline.web;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.AgencyTimes;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.AnyTermDto;
import vn.motcua.contract.DeadlineCalculationDto;
import vn.motcua.contract.FirstDayDto;
import vn.motcua.contract.ScheduleNameDto;
import vn.motcua.deadline.AgencyClock;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Explanation;
import vn.motcua.deadline.TermChoice;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ClockPolicy;
import vn.motcua.procedure.FirstDay;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.procedure.Term;
import vn.motcua.procedure.web.TermFields;
import vn.motcua.territory.Agency;
import vn.motcua.territory.Territory;

/** A calculation with its term and its office hours found, and whose they are. */
record Question(Instant receivedAt, Term term, FirstDay firstDay, OfficeHours hours, Optional<Integer> agency) {

    Explanation answer(WorkingCalendar calendar) {
        return agency.map(id -> new AgencyClock(calendar, id, hours)
                        .explain(receivedAt, term, ClockPolicy.GENERAL.with(firstDay)))
                .orElseGet(() -> Deadlines.explain(receivedAt, term, firstDay, calendar.time(hours)));
    }

    boolean isOfOwnTimes(WorkingCalendar calendar) {
        return agency.map(calendar::times)
                .filter(own -> !own.equals(AgencyTimes.NONE))
                .isPresent();
    }

    static Question lookedUp(DeadlineCalculationDto asked, ProcedureCatalogue catalogue, Territory territory) {
        TermChoice term = termOf(asked, catalogue);
        Optional<OfficeHours> hours = hoursOf(asked, territory);
        if (term instanceof TermChoice.Chosen(Term chosen, FirstDay own) && hours.isPresent()) {
            return new Question(
                    asked.getReceivedAt().toInstant(),
                    chosen,
                    firstDay(asked.getFirstDay(), own),
                    hours.get(),
                    Optional.ofNullable(asked.getAgency())
                            .flatMap(territory::agency)
                            .map(Agency::id));
        }
        throw DeadlineProblems.notFound(term, hours.isPresent());
    }

    private static FirstDay firstDay(@Nullable FirstDayDto asked, FirstDay own) {
        return switch (asked) {
            case null -> own;
            case OPENING -> FirstDay.OF_OPENING;
            case RECEIPT -> FirstDay.OF_RECEIPT;
        };
    }

    private static TermChoice termOf(DeadlineCalculationDto asked, ProcedureCatalogue catalogue) {
        AnyTermDto term = asked.getTerm();
        if (term != null) {
            return new TermChoice.Chosen(TermFields.toTerm(term), FirstDay.OF_OPENING);
        }
        Instant receivedAt = asked.getReceivedAt().toInstant();
        return TermChoice.of(
                catalogue,
                new ProcedureCode(requireNonNull(asked.getProcedureCode())),
                WorkingCalendar.local(receivedAt).toLocalDate(),
                Channel.valueOf(requireNonNull(asked.getChannel()).name()),
                asked.getCase());
    }

    private static Optional<OfficeHours> hoursOf(DeadlineCalculationDto asked, Territory territory) {
        String agency = asked.getAgency();
        if (agency != null) {
            return territory.agency(agency).map(Question::hoursOf);
        }
        return OfficeHours.named(
                requireNonNullElse(asked.getSchedule(), ScheduleNameDto.S8_M).getValue());
    }

    private static OfficeHours hoursOf(Agency agency) {
        return OfficeHours.named(agency.officeHours())
                .orElseThrow(() -> new IllegalStateException("No timetable is named " + agency.officeHours()));
    }
}
