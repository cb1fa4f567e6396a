package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The days the administration works. Decreed year by year, so it is data: outside its known span it knows nothing. */
public final class WorkingCalendar {

    /** The one zone in which an instant becomes a day. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final int version;
    private final LocalDate knownFrom;
    private final LocalDate knownUntil;
    private final Map<LocalDate, SpecialDay> special;

    public WorkingCalendar(int version, LocalDate knownFrom, LocalDate knownUntil, List<SpecialDay> special) {
        this.version = version;
        this.knownFrom = knownFrom;
        this.knownUntil = knownUntil;
        this.special =
                special.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, UnaryOperator.identity()));
    }

    public int version() {
        return version;
    }

    public LocalDate knownFrom() {
        return knownFrom;
    }

    public LocalDate knownUntil() {
        return knownUntil;
    }

    public Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }
}
