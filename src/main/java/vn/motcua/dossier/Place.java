package vn.motcua.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list of dossiers: by moment, then by id.
 *
 * @param at when the dossier becomes late, as the database writes it; year 9999 while the clock has not started, and
 *     {@code infinity} when it cannot
 */
public record Place(String at, UUID id) {

    /** Before everything. */
    public static final Place START = new Place("-infinity", new UUID(0, 0));

    /** After everything. */
    public static final Place END = new Place("infinity", new UUID(-1, -1));

    /** Between what is before a moment and what is at it or later. */
    public static Place before(Instant moment) {
        return new Place(moment.toString(), START.id());
    }

    /** Before everything whose clock has not started; what is due lies before it. */
    public static Place beforeWhatHasNotStarted() {
        return new Place("9999-12-31T00:00:00Z", START.id());
    }

    /** Before everything that cannot become late. */
    public static Place beforeWhatIsNeverLate() {
        return new Place(END.at(), START.id());
    }
}
