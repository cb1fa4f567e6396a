package vn.motcua.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Searches what a test run logged for everybody whom its fixtures know: raw, without marks, encoded for an address and in
 * base64; and for any token and any citizen's number. A log in which it does not find what was planted proves nothing.
 */
public final class LogPrivacy {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ANY_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z.-])0(?!0000)[0-9]{2}[0-3][0-9]{8}(?![0-9A-Za-z.-])");
    private static final int SHOWN = 20;

    private final Needles readable;
    private final Needles encoded;

    LogPrivacy(Collection<String> markers) {
        Set<String> readableForms = new HashSet<>();
        Set<String> encodedForms = new HashSet<>(Markers.tokenForms());
        for (String marker : markers) {
            readableForms.addAll(Markers.readableForms(marker));
            encodedForms.addAll(Markers.encodedForms(marker));
        }
        readable = new Needles(readableForms);
        encoded = new Needles(encodedForms);
    }

    /**
     * Ends with 1 when a log tells of somebody, or was not what it should be.
     *
     * @param arguments {@code true} when there may be no log at all, since no test ran or logs are not kept; then the logs, of
     *     which one is not there when its tests were left out
     */
    public static void main(String... arguments) throws IOException {
        boolean mayBeMissing = Boolean.parseBoolean(arguments[0]);
        List<String> files = List.of(arguments).subList(1, arguments.length);
        Set<String> markers = new HashSet<>(Markers.ofFixtures());
        int known = markers.size();
        markers.addAll(Planted.ALL);
        var search = new LogPrivacy(markers);
        boolean clean = true;
        if (!mayBeMissing && files.stream().map(Path::of).noneMatch(Files::exists)) {
            System.out.println("Log privacy: no test wrote a log; is logback-tested.xml read?");
            clean = false;
        }
        for (String file : files) {
            Path log = Path.of(file);
            if (Files.notExists(log)) {
                System.out.println("Log privacy: SKIPPED, no test wrote " + log);
            } else {
                clean &= search.report(log, known);
            }
        }
        if (!clean) {
            System.exit(1);
        }
    }

    private boolean report(Path log, int known) throws IOException {
        List<String> found = leaks(log);
        System.out.printf(
                Locale.ROOT,
                "Log privacy: %s, %,d bytes, %d markers of the fixtures: %s%n",
                log,
                Files.size(log),
                known,
                found.isEmpty() ? "none found, the planted ones were" : found.size() + " lines tell of somebody");
        found.stream().limit(SHOWN).forEach(line -> System.out.println("  " + line));
        return found.isEmpty();
    }

    /** Lines that tell of somebody, by number, without what they tell; what was planted and not found is one more. */
    List<String> leaks(Path log) throws IOException {
        List<String> leaks = new ArrayList<>();
        int planted = 0;
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(log), decoder))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Optional<String> what = told(line);
                if (line.contains(Planted.TAG)) {
                    planted += what.isPresent() ? 1 : 0;
                } else if (what.isPresent()) {
                    leaks.add("line " + number + " has the form " + what.get());
                }
            }
        }
        int expected = Planted.lines().size();
        if (planted == 0 || planted % expected != 0) {
            leaks.add("of " + expected + " planted lines " + planted + " were found");
        }
        return leaks;
    }

    private Optional<String> told(String line) {
        return encoded.in(line)
                .or(() -> readable.in(readable(line)))
                .or(() -> ANY_NUMBER
                        .matcher(line)
                        .results()
                        .map(found -> "a citizen's number")
                        .findFirst());
    }

    /** Lower case without marks. */
    static String readable(String line) {
        String bare = line.chars().allMatch(sign -> sign < 0x80)
                ? line
                : MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('\u0111', 'd');
    }
}
