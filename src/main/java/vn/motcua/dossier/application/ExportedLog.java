package vn.motcua.dossier.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.application.ExportLine.End;
import vn.motcua.dossier.application.ExportLine.Event;
import vn.motcua.dossier.application.ExportLine.Header;

/**
 * An export, read line by line, without database or framework: the header first, the end last, every event's digest
 * recomputed. The lines of one dossier are not compared with each other; whoever wants its history whole looks at
 * {@link LoggedEvent#sequence()}.
 *
 * <p>Errors: {@link ExportFault} at the first line that cannot be believed, {@link UncheckedIOException} when reading fails.
 * After either nothing more can be read.
 */
public final class ExportedLog implements Iterator<ExportLine> {

    private static final String CUT_OFF = "the export is cut off";

    private final BufferedReader text;
    private final Header header;
    private long line;
    private long events;
    private boolean ended;

    private ExportedLog(BufferedReader text, Header header) {
        this.text = text;
        this.header = header;
        this.line = 1;
    }

    /**
     * Begins to read: takes the header.
     *
     * @param text in UTF-8; the caller closes it
     * @throws ExportFault when it does not begin as an export
     */
    public static ExportedLog of(BufferedReader text) {
        return new ExportedLog(text, header(read(text)));
    }

    private static Header header(@Nullable String first) {
        if (first == null) {
            throw new ExportFault(1, CUT_OFF);
        }
        if (parsed(first, 1, Optional.empty()) instanceof Header header) {
            return header;
        }
        throw new ExportFault(1, "no header of an export");
    }

    /** The first line; the iterator gives those after it. */
    public Header header() {
        return header;
    }

    /** The number of the line that was given last; the header is the first. */
    public long line() {
        return line;
    }

    /** True until the last line was given; whoever is told false has seen the whole export. */
    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public ExportLine next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        line++;
        String written = read(text);
        if (written == null) {
            throw fault(CUT_OFF);
        }
        ExportLine next = parsed(written, line, positionOfAnEvent());
        switch (next) {
            case Header _ -> throw fault("a second header");
            case End end -> end(end);
            case Event _ -> events++;
            case ExportLine.Unit _, ExportLine.Succession _, ExportLine.Agency _, ExportLine.Procedure _ -> {}
        }
        return next;
    }

    private void end(End end) {
        if (end.lines() != line - 1) {
            throw fault("the end counts " + end.lines() + " lines before it");
        }
        if (end.logPosition() != header.logPosition()) {
            throw fault("the end names another position of the log than the header");
        }
        long expected = header.to() - header.from() + 1;
        if (header.unit().isEmpty() && events != expected) {
            throw fault(events + " events where the header promises " + expected);
        }
        if (read(text) != null) {
            line++;
            throw fault("something after the end");
        }
        ended = true;
    }

    private Optional<Long> positionOfAnEvent() {
        return header.unit().isEmpty() ? Optional.of(header.from() + events) : Optional.empty();
    }

    private static ExportLine parsed(String written, long line, Optional<Long> position) {
        try {
            return ExportLines.parse(written, position);
        } catch (IllegalArgumentException wrong) {
            throw new ExportFault(line, String.valueOf(wrong.getMessage()));
        }
    }

    private static @Nullable String read(BufferedReader text) {
        try {
            return text.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ExportFault fault(String reason) {
        return new ExportFault(line, reason);
    }
}
