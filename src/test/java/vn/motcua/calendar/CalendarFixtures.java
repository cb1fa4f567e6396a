package vn.motcua.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calendar that the migrations seed, read from the seed itself: there is no second copy to drift from it. */
public final class CalendarFixtures {

    private static final String DAY = "'([0-9]{4}-[0-9]{2}-[0-9]{2})'";
    private static final Pattern VERSION = Pattern.compile("\\(([0-9]+), " + DAY + ", " + DAY + ", '[^']*'\\)");
    private static final Pattern SPECIAL_DAY =
            Pattern.compile("\\(1, " + DAY + ", '(off|work)', '([^']*)', '([^']*)', '(official|forecast)'\\)");

    private CalendarFixtures() {}

    public static WorkingCalendar seeded() {
        String seed = text("/db/migration/V6__calendar_seed.sql");
        Matcher version = VERSION.matcher(seed);
        if (!version.find()) {
            throw new IllegalStateException("The seed names no version");
        }
        List<SpecialDay> days = SPECIAL_DAY
                .matcher(seed)
                .results()
                .map(CalendarFixtures::specialDay)
                .toList();
        return new WorkingCalendar(
                Integer.parseInt(version.group(1)),
                LocalDate.parse(version.group(2)),
                LocalDate.parse(version.group(3)),
                days);
    }

    public static List<SpecialDay> specialDays(WorkingCalendar calendar) {
        return calendar.knownFrom()
                .datesUntil(calendar.knownUntil().plusDays(1))
                .flatMap(day -> calendar.special(day).stream())
                .toList();
    }

    private static SpecialDay specialDay(MatchResult row) {
        return new SpecialDay(
                LocalDate.parse(row.group(1)),
                row.group(2).equals("work"),
                row.group(3),
                row.group(4),
                row.group(5).equals("forecast"));
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(CalendarFixtures.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
