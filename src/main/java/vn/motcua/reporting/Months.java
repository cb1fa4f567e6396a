package vn.motcua.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The months of a period, as far as they have begun when it is judged; the first and the last may be there in part.
 *
 * @param months in order
 * @param ends the day before the first month's first day, then each one's last day
 */
public record Months(List<YearMonth> months, List<LocalDate> ends) {

    public Months {
        months = List.copyOf(months);
        ends = List.copyOf(ends);
    }

    /** None when the period is judged before it begins; it still has its one span. */
    public static Months of(Period period) {
        List<YearMonth> months = new ArrayList<>();
        List<LocalDate> ends = new ArrayList<>(List.of(period.before()));
        for (LocalDate day = period.from();
                !day.isAfter(period.through());
                day = YearMonth.from(day).plusMonths(1).atDay(1)) {
            YearMonth month = YearMonth.from(day);
            months.add(month);
            ends.add(month.atEndOfMonth().isBefore(period.through()) ? month.atEndOfMonth() : period.through());
        }
        return months.isEmpty()
                ? new Months(List.of(), List.of(period.before(), period.through()))
                : new Months(months, ends);
    }
}
