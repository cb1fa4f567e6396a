package vn.motcua.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final List<String> COLUMNS = List.of("code", "name");

    private final List<String> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name\n1,A\n2,B\n",
                "code,name\r\n1,A\r\n2,B\r\n",
                "\uFEFFcode,name\n1,A\n2,B",
                "name,code\nA,1\n\nB,2"
            })
    void readsLinesHoweverTheyEndAndHoweverTheColumnsStand(String text) {
        read(text);
        assertThat(heard).hasSize(2).allMatch(line -> line.matches("[234] \\{.*}"));
        assertThat(heard.getFirst()).contains("code=1").contains("name=A");
    }

    @Test
    void countsTheLinesInsideQuotes() {
        read("code,name\n1,\"A\nwith, \"\"two\"\" lines\"\n2,B\n");
        assertThat(heard).containsExactly("2 {code=1, name=A\nwith, \"two\" lines}", "4 {code=2, name=B}");
    }

    @Test
    void composesLettersAndDropsTheSpaceAround() {
        read("code,name\n1, Ha\u0300 Ti\u0303nh \n");
        assertThat(heard).containsExactly("2 {code=1, name=Hà Tĩnh}");
    }

    @Test
    void namesAllThatIsWrongWithTheHeader() {
        read("code,code,nickname,Nguyễn Văn A\n1,2,3,4\n");
        assertThat(heard)
                .containsExactly(
                        "1 REPEATED_COLUMN code",
                        "1 UNKNOWN_COLUMN nickname",
                        "1 UNKNOWN_COLUMN ",
                        "1 MISSING_COLUMN name");
    }

    @Test
    void takesColumnsThatMayBeThereAndMissesNoneOfThem() {
        for (String text : List.of("code,name\n1,A\n", "code,more,name\n1,2,A\n")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            CsvFile.read(new ByteArrayInputStream(bytes), COLUMNS, Set.of("more"), CsvLimits.USUAL, listener());
        }
        assertThat(heard).hasSize(2);
        assertThat(heard.getLast()).contains("code=1").contains("name=A").contains("more=2");
    }

    @Test
    void goesOnAfterABadLine() {
        read("code,name\n1\n2,B,C\n3,\u0007\n4,D\u200B\n5,a\"b\n6,F\n");
        assertThat(heard)
                .containsExactly(
                        "2 CELL_COUNT ",
                        "3 CELL_COUNT ",
                        "4 UNPRINTABLE name",
                        "5 UNPRINTABLE name",
                        "6 LOOSE_QUOTE ",
                        "7 {code=6, name=F}");
    }

    @Test
    void namesTheLineWithBytesThatAreNoUtf8() {
        read("code,name\n1,\u00C0\n2,B\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(heard).containsExactly("2 NOT_UTF8 ", "3 {code=2, name=B}");
    }

    @Test
    void refusesUtf16AtTheHeader() {
        read("code,name\n1,A\n".getBytes(StandardCharsets.UTF_16));
        assertThat(heard).containsExactly("1 UNREADABLE_HEADER ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void saysThatAFileIsEmpty(String text) {
        read(text);
        assertThat(heard).containsExactly("1 EMPTY_FILE ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code,name\n1,A\n2,\"never ends\n3,C\n", "code,name\n1,A\n2,\"B\"C\n3,C\n"})
    void stopsWhereQuotesBreak(String text) {
        read(text);
        assertThat(heard).containsExactly("2 {code=1, name=A}", "3 BROKEN_QUOTES ");
    }

    @Test
    void stopsAtALineTooLongEvenInsideQuotes() {
        read("code,name\n1,A\n2,\"" + "x".repeat(20_001));
        assertThat(heard).contains("3 LINE_TOO_LONG ");
        heard.clear();
        read("code,name\n1,A\n2,\"" + "x\n".repeat(40_000));
        assertThat(heard).contains("3 BROKEN_QUOTES ");
    }

    @Test
    void keepsNoMoreOfALineThanItMay() {
        read("code,name\n" + ",".repeat(19_000) + "\n1,A\n");
        assertThat(heard).containsExactly("2 CELL_COUNT ", "3 {code=1, name=A}");
    }

    @Test
    void stopsAtTooManyLinesAndTooManyBytes() {
        String text = "code,name\n" + "1,A\n".repeat(20);
        assertThat(limited(text, new CsvLimits(1000, 11, 100))).contains("12 TOO_MANY_LINES ");
        assertThat(limited(text, new CsvLimits(50, 100, 100))).last().asString().contains("FILE_TOO_LARGE");
        assertThat(limited(text, new CsvLimits(1000, 100, 100))).hasSize(20);
    }

    @Test
    void readsNoMoreOfAGigabyteThanItMust() {
        var given = new AtomicLong();
        CsvFile.read(endless("garbage", given), COLUMNS, CsvLimits.USUAL, listener());
        assertThat(heard).singleElement().asString().contains("TOO_LONG");
        assertThat(given.get()).isLessThan(1_000_000);
    }

    private void read(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) {
        CsvFile.read(new ByteArrayInputStream(bytes), COLUMNS, CsvLimits.USUAL, listener());
    }

    private List<String> limited(String text, CsvLimits limits) {
        heard.clear();
        CsvFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), COLUMNS, limits, listener());
        return heard;
    }

    private static InputStream endless(String text, AtomicLong given) {
        return new InputStream() {
            @Override
            public int read() {
                return text.charAt((int) (given.getAndIncrement() % text.length()));
            }
        };
    }

    private CsvListener listener() {
        return new CsvListener() {
            @Override
            public void line(CsvLine line) {
                heard.add(line.number() + " " + new TreeMap<>(line.cells()));
            }

            @Override
            public void fault(int line, CsvFault fault, String detail) {
                heard.add(line + " " + fault + " " + detail);
            }

            @Override
            public void progress(int lines) {
                assertThat(lines).isNotNegative();
            }
        };
    }
}
