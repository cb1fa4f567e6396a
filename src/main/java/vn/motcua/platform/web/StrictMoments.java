package vn.motcua.platform.web;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Days and moments (RFC 3339) that really exist and that a calendar of four-digit years can hold. */
final class StrictMoments {

    static final Format DAY = format("date", StrictMoments::isDay);
    static final Format MOMENT = format("date-time", StrictMoments::isMoment);

    private static final String DAYS = "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern SHAPE_OF_DAY = Pattern.compile(DAYS);
    private static final Pattern SHAPE_OF_MOMENT =
            Pattern.compile(DAYS + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");

    private StrictMoments() {}

    private static boolean isDay(String text) {
        return SHAPE_OF_DAY.matcher(text).matches() && parses(text, LocalDate::parse);
    }

    private static boolean isMoment(String text) {
        return SHAPE_OF_MOMENT.matcher(text).matches() && !text.contains("T24") && parses(text, OffsetDateTime::parse);
    }

    private interface Parser {
        Object parse(String text);
    }

    private static boolean parses(String text, Parser parser) {
        try {
            parser.parse(text);
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static Format format(String name, Predicate<String> rule) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String text) {
                return rule.test(text);
            }
        };
    }
}
