package vn.motcua.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.text.Folding;

/** What in the fixtures says who somebody is: taken from their own texts, so that a new fixture is searched for unasked. */
final class Markers {

    /** Where people of tests are made up. */
    private static final List<Path> FIXTURES = List.of(
            Path.of("src/test/java"),
            Path.of("src/test/resources/dossier"),
            Path.of("src/test/resources/identity"),
            Path.of("src/main/java/vn/motcua/dev/Persona.java"),
            Path.of("README.md"));

    private static final Path FAMILIES = Path.of("src/main/resources/vn/motcua/dev/people/names.csv");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z-])(?:0(?!0000)[0-9]{11}|0[35789][0-9]{8}|NN[0-9]{9})(?![0-9A-Za-z-])");
    private static final Pattern MEMBER =
            Pattern.compile("\\\\?\"(?:fullName|representative|address|email|phone|taxCode|HoVaTen"
                    + "|TenDoanhNghiep|NguoiDaiDien|MaSoThue)\\\\?\"\\s*[,:]\\s*\\\\?\"([^\"\\\\]{8,})\\\\?\"");
    private static final int SHORTEST = 8;

    private Markers() {}

    static Set<String> ofFixtures() throws IOException {
        Pattern name = names();
        Set<String> markers = new TreeSet<>(List.of("Sample Person", "Công ty TNHH Mẫu Thử"));
        for (Path file : files()) {
            String text = Files.readString(file);
            add(markers, NUMBER.matcher(text), 0);
            add(markers, name.matcher(text), 0);
            add(markers, MEMBER.matcher(text), 1);
        }
        markers.removeIf(marker -> marker.length() < SHORTEST || marker.contains("{"));
        markers.removeAll(Planted.ALL);
        return markers;
    }

    private static void add(Set<String> markers, Matcher found, int group) {
        found.results().map(hit -> hit.group(group).strip()).forEach(markers::add);
    }

    /** A family name and at least two more, so that streets and communes called after somebody are none. */
    private static Pattern names() throws IOException {
        String families = String.join(
                "|",
                Files.readAllLines(FAMILIES).stream()
                        .filter(line -> line.startsWith("family,"))
                        .map(line -> line.split(",", -1)[1])
                        .toList());
        return Pattern.compile(
                "(?<!(?:Phường|Xã|Đường|phường|xã) )\\b(?:" + families + ")(?: \\p{Lu}[\\p{L}\\p{M}]*){2,5}",
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static List<Path> files() throws IOException {
        Stream.Builder<Path> files = Stream.builder();
        for (Path fixture : FIXTURES) {
            try (Stream<Path> below = Files.walk(fixture)) {
                below.filter(Files::isRegularFile).forEach(files);
            }
        }
        return files.build().toList();
    }

    /** As somebody may find it in a line after {@link #readable}: without marks, and encoded for an address. */
    static Set<String> readableForms(String marker) {
        String encoded = URLEncoder.encode(marker, UTF_8).toLowerCase(Locale.ROOT);
        return new TreeSet<>(List.of(Folding.fold(marker), encoded, encoded.replace("+", "%20")));
    }

    /** In base64 wherever it begins: the middle, which no neighbour changes, of each of three alignments. */
    static Set<String> encodedForms(String marker) {
        Set<String> forms = new TreeSet<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] text = ("xxx".substring(0, shift) + marker).getBytes(UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(text);
            String middle =
                    encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - (text.length % 3 == 0 ? 0 : 1));
            forms.add(middle);
            forms.add(middle.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    /** Beginnings of every token: its header in base64. */
    static Set<String> tokenForms() {
        return Set.of("eyJhbGciOi", "eyJraWQiOi", "eyJ0eXAiOi");
    }
}
