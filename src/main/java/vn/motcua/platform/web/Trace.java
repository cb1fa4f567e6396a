package vn.motcua.platform.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an error came from, for the log. Messages are left out: they quote statements, values and bodies. */
final class Trace {

    private static final int CAUSES = 8;
    private static final int FRAMES = 25;

    private Trace() {}

    static String of(Throwable error) {
        return causes(error).map(Trace::one).collect(Collectors.joining(System.lineSeparator() + "caused by "));
    }

    /** The same in one line, without the places. */
    static String names(Throwable error) {
        return causes(error).map(cause -> cause.getClass().getName()).collect(Collectors.joining(", caused by "));
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES);
    }

    private static String one(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .limit(FRAMES)
                .map(frame -> System.lineSeparator() + "    at " + frame)
                .collect(Collectors.joining("", error.getClass().getName(), ""));
    }
}
