package vn.motcua.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/** The known span as arrays: one entry a day, one a working day. */
final class WorkingDayIndex {

    private final long origin;
    private final int[] workedBefore;
    private final int[] forecastBefore;
    private final LocalDate[] worked;

    private WorkingDayIndex(long origin, int[] workedBefore, int[] forecastBefore, LocalDate[] worked) {
        this.origin = origin;
        this.workedBefore = workedBefore;
        this.forecastBefore = forecastBefore;
        this.worked = worked;
    }

    static WorkingDayIndex of(WorkingCalendar calendar) {
        LocalDate[] days = calendar.knownFrom()
                .datesUntil(calendar.knownUntil().plusDays(1))
                .toArray(LocalDate[]::new);
        int[] worked = new int[days.length + 1];
        int[] forecast = new int[days.length + 1];
        for (int i = 0; i < days.length; i++) {
            boolean expected =
                    calendar.special(days[i]).map(SpecialDay::forecast).orElse(false);
            worked[i + 1] = worked[i] + (calendar.kindOf(days[i]).isWorked() ? 1 : 0);
            forecast[i + 1] = forecast[i] + (expected ? 1 : 0);
        }
        LocalDate[] workingDays = Arrays.stream(days)
                .filter(day -> calendar.kindOf(day).isWorked())
                .toArray(LocalDate[]::new);
        return new WorkingDayIndex(calendar.knownFrom().toEpochDay(), worked, forecast, workingDays);
    }

    int size() {
        return worked.length;
    }

    LocalDate day(int number) {
        return worked[number];
    }

    int numberOf(LocalDate day) {
        return workedBefore[at(day)];
    }

    boolean isWorked(LocalDate day) {
        return workedBefore[at(day) + 1] > workedBefore[at(day)];
    }

    boolean hasForecast(LocalDate first, LocalDate last) {
        return forecastBefore[at(last) + 1] > forecastBefore[at(first)];
    }

    private int at(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - origin);
    }
}
