package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.territory.Level;

/**
 * What is asked of the figures.
 *
 * @param level of the units whose dossiers count
 * @param unit only below or equal to it; empty for all that the caller may see
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param asOf nothing recorded later counts; empty when everything so far does
 * @param isOwn true for only what agencies of the units themselves handle
 * @param isByReceiving true to count with the agency that received a dossier
 */
public record Question(
        Level level,
        Optional<Reach.Asked> unit,
        LocalDate from,
        LocalDate to,
        View view,
        Optional<Instant> asOf,
        GroupBy groupBy,
        boolean isOwn,
        boolean isByReceiving,
        Instant askedAt) {

    /** The first day of the working calendar: no due moment is earlier. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private static final int MOST_YEARS = 10;

    public LocalDate today() {
        return LocalDate.ofInstant(askedAt, WorkingCalendar.ZONE);
    }

    public boolean isNow() {
        return asOf.isEmpty();
    }

    /** The same question as of a moment. */
    public Question asOf(Instant moment) {
        return new Question(level, unit, from, to, view, Optional.of(moment), groupBy, isOwn, isByReceiving, askedAt);
    }

    /** The days, judged as of when it is asked. */
    public Period period() {
        return new Period(from, to, asOf.orElse(askedAt));
    }

    /** The day whose units the view of today stands on. */
    public LocalDate viewDay() {
        return to.isAfter(today()) ? to : today();
    }

    /** What is wrong with the days and the moment, all at once. */
    public List<QuestionFault> faults() {
        List<QuestionFault> faults = new ArrayList<>();
        if (to.isBefore(from)) {
            faults.add(new QuestionFault("from", "period-upside-down"));
        }
        if (from.isBefore(FIRST_DAY)) {
            faults.add(new QuestionFault("from", "period-before-data"));
        }
        if (from.isAfter(today())) {
            faults.add(new QuestionFault("from", "period-in-future"));
        }
        if (!to.isBefore(from.plusYears(MOST_YEARS))) {
            faults.add(new QuestionFault("to", "period-too-long"));
        }
        if (asOf.filter(moment -> moment.isAfter(askedAt)).isPresent()) {
            faults.add(new QuestionFault("asOf", "as-of-in-future"));
        }
        if (asOf.filter(moment -> moment.isBefore(Period.endOf(FIRST_DAY.minusDays(1))))
                .isPresent()) {
            faults.add(new QuestionFault("asOf", "period-before-data"));
        }
        return faults;
    }
}
