package vn.motcua;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.application.ExportFault;
import vn.motcua.dossier.application.ExportedLog;
import vn.motcua.platform.json.CanonicalJson;
import vn.motcua.reporting.application.AnswerDifference;
import vn.motcua.reporting.application.Recomputation;
import vn.motcua.reporting.application.RecomputeFault;
import vn.motcua.reporting.application.RecomputeQuestion;

/**
 * {@code java -jar motcua.jar recompute <export> <question> [--compare <answer>]}: answers a question from an exported log
 * alone, without database or settings, and says whether a service's answer is the same.
 */
public final class RecomputeCommand {

    private static final int EQUAL = 0;
    private static final int DIFFERENT = 1;
    private static final int UNREADABLE = 2;

    private static final String COMPARE = "--compare";
    private static final String USAGE = "Usage: recompute <export> <question> [--compare <answer>]";

    private final PrintStream out;
    private final PrintStream err;

    public RecomputeCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** 0 when it is answered, and equal; 1 when the export or the answer is not what happened; 2 when it cannot be read. */
    public int run(List<String> arguments) {
        List<String> files = new ArrayList<>(arguments);
        int option = files.indexOf(COMPARE);
        Optional<Path> compared = Optional.empty();
        if (option >= 0 && option + 1 < files.size()) {
            compared = Optional.of(Path.of(files.remove(option + 1)));
            files.remove(option);
        }
        if (files.size() != 2) {
            err.println(USAGE);
            return UNREADABLE;
        }
        try {
            return recompute(Path.of(files.get(0)), Path.of(files.get(1)), compared);
        } catch (IOException | UncheckedIOException unreadable) {
            err.println("Cannot be read: " + unreadable.getMessage());
            return UNREADABLE;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return UNREADABLE;
        } catch (ExportFault | RecomputeFault fault) {
            err.println(fault.getMessage());
            return DIFFERENT;
        }
    }

    private int recompute(Path export, Path question, Optional<Path> compared) throws IOException {
        Optional<Map<String, Object>> given = Optional.empty();
        if (compared.isPresent()) {
            given = Optional.of(object(compared.get()));
        }
        RecomputeQuestion asked = question(question, given.flatMap(RecomputeCommand::asOf));
        Map<String, Object> counted;
        try (BufferedReader lines = Files.newBufferedReader(export)) {
            counted = Recomputation.answer(asked, ExportedLog.of(lines));
        }
        out.println(CanonicalJson.write(counted));
        return given.map(answer -> compare(answer, counted)).orElse(EQUAL);
    }

    private int compare(Map<String, Object> given, Map<String, Object> counted) {
        Optional<String> difference = AnswerDifference.first(given, counted);
        if (difference.isEmpty()) {
            err.println("Equal: the answer is what the log says at position " + counted.get("logPosition"));
            return EQUAL;
        }
        err.println("Different: " + difference.get());
        if (!String.valueOf(given.get("logPosition")).equals(String.valueOf(counted.get("logPosition")))) {
            err.println("The answer is of position %s of the log, the export of %s"
                    .formatted(given.get("logPosition"), counted.get("logPosition")));
        }
        return DIFFERENT;
    }

    private static Map<String, Object> object(Path file) throws IOException {
        try {
            return CanonicalJson.read(Files.readString(file));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static RecomputeQuestion question(Path file, Optional<Instant> answeredAsOf) throws IOException {
        Map<String, Object> members = object(file);
        try {
            return RecomputeQuestion.of(members, answeredAsOf);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("The question: " + wrong.getMessage(), wrong);
        }
    }

    private static Optional<Instant> asOf(Map<String, Object> answer) {
        try {
            return Optional.ofNullable(answer.get("asOf"))
                    .map(text -> OffsetDateTime.parse(String.valueOf(text)).toInstant());
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("the answer says of no moment how it was", wrong);
        }
    }
}
