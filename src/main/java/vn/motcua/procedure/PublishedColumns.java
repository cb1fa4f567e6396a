package vn.motcua.procedure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.procedure.PublishedProcedure.ChannelTerm;
import vn.motcua.procedure.PublishedProcedure.ColumnFault;
import vn.motcua.procedure.PublishedProcedure.FaultKind;
import vn.motcua.procedure.PublishedProcedure.Reading;
import vn.motcua.territory.Level;

/**
 * Reads a row of the table of published procedures. What the page leaves out stays out; a word that is none of the table's
 * makes the row unreadable.
 */
public final class PublishedColumns {

    private static final Map<String, Level> LEVELS =
            Map.of("bo", Level.MINISTRY, "tinh", Level.PROVINCE, "xa", Level.COMMUNE);
    /** Offices outside the levels, such as notaries. */
    private static final String NO_LEVEL = "khac";

    private static final Map<String, ShownUnit> UNITS = Map.of(
            "working_day", ShownUnit.WORKING_DAY,
            "calendar_day", ShownUnit.CALENDAR_DAY,
            "hour", ShownUnit.HOUR,
            "month", ShownUnit.MONTH);
    private static final Map<String, Channel> CHANNELS =
            Map.of("online", Channel.ONLINE, "counter", Channel.COUNTER, "post", Channel.POSTAL);
    private static final Map<String, Channel> CHANNEL_WORDS =
            Map.of("Trực tuyến", Channel.ONLINE, "Trực tiếp", Channel.COUNTER, "Dịch vụ bưu chính", Channel.POSTAL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");
    private static final Pattern LEVEL = Pattern.compile("[0-9]");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern CHANNEL_TERM = Pattern.compile("([^:]+):\\s*([0-9.]+)?\\s*([a-z_]+)?\\s*");

    private final UnaryOperator<String> row;
    private final List<ColumnFault> faults = new ArrayList<>();

    private PublishedColumns(UnaryOperator<String> row) {
        this.row = row;
    }

    /**
     * The procedure, or every column that cannot be read.
     *
     * @param row the text of a column, empty when it is empty or the table has no such column
     */
    public static Reading read(UnaryOperator<String> row) {
        return new PublishedColumns(row).read();
    }

    private Reading read() {
        Optional<ProcedureCode> code = code();
        String name = required("name_vi");
        String sector = required("domain");
        Provenance provenance = new Provenance(
                optional("ministry"),
                required("decision_no"),
                optional("portal_url"),
                levels(),
                optional("implementing_agency"));
        String source = required("source");
        List<Channel> channels = each("channels", CHANNELS, FaultKind.UNKNOWN_CHANNEL);
        ShownTerm term = term("duration", text("duration"), "unit", text("unit"));
        List<ChannelTerm> terms = terms();
        Fee fee = fee();
        ShownLevels shown = new ShownLevels(
                level("account_level", LeastAssurance.HIGHEST_ACCOUNT),
                level("authentication_level", LeastAssurance.HIGHEST_AUTHENTICATION));
        return faults.isEmpty()
                ? new Reading.Read(new PublishedProcedure(
                        code.orElseThrow(), name, sector, provenance, source, channels, term, terms, fee, shown))
                : new Reading.Faulty(faults);
    }

    private Optional<ProcedureCode> code() {
        Optional<ProcedureCode> code = ProcedureCode.published(text("code"));
        if (code.isEmpty()) {
            fault("code", FaultKind.MALFORMED_CODE);
        }
        return code;
    }

    private List<Level> levels() {
        String text = text("level");
        if (Arrays.asList(text.split("\\+", -1)).contains(NO_LEVEL)) {
            String rest = ("+" + text + "+").replace("+" + NO_LEVEL + "+", "+");
            return each("level", rest, LEVELS, FaultKind.UNKNOWN_LEVEL);
        }
        return each("level", LEVELS, FaultKind.UNKNOWN_LEVEL);
    }

    private List<ChannelTerm> terms() {
        String column = "duration_by_channel_if_different";
        return parts(text(column), "\\|")
                .map(entry -> channelTerm(column, entry))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ChannelTerm> channelTerm(String column, String entry) {
        var parts = CHANNEL_TERM.matcher(entry);
        if (!parts.matches()) {
            fault(column, FaultKind.MALFORMED_TERM);
            return Optional.empty();
        }
        Channel channel = CHANNEL_WORDS.get(parts.group(1).strip());
        if (channel == null) {
            fault(column, FaultKind.UNKNOWN_CHANNEL);
            return Optional.empty();
        }
        String value = Objects.requireNonNullElse(parts.group(2), "");
        String unit = Objects.requireNonNullElse(parts.group(3), "");
        return Optional.of(new ChannelTerm(channel, term(column, value, column, unit)));
    }

    private ShownTerm term(String valueColumn, String value, String unitColumn, String unit) {
        if (!value.isEmpty() && !NUMBER.matcher(value).matches()) {
            fault(valueColumn, FaultKind.MALFORMED_NUMBER);
        }
        if (!unit.isEmpty() && !UNITS.containsKey(unit)) {
            fault(unitColumn, FaultKind.UNKNOWN_UNIT);
        }
        return new ShownTerm(
                Optional.of(value).filter(number -> !number.isEmpty()), Optional.ofNullable(UNITS.get(unit)));
    }

    /** What cannot be, as 20 dong, and what is not in dong, is shown and not known. */
    private Fee fee() {
        String amount = text("fee_vnd");
        if (!amount.isEmpty() && !AMOUNT.matcher(amount).matches()) {
            fault("fee_vnd", FaultKind.MALFORMED_NUMBER);
            return Fee.UNKNOWN;
        }
        boolean suspect = !text("fee_suspect").isEmpty();
        return new Fee(
                amount.isEmpty() || suspect ? Optional.empty() : Optional.of(Long.valueOf(amount)),
                optional("fee_raw"),
                suspect,
                Optional.empty());
    }

    /** A column that a table may leave out; 0 says that none is asked. */
    private Optional<Integer> level(String column, int highest) {
        String level = text(column);
        if (level.isEmpty()) {
            return Optional.empty();
        }
        if (!LEVEL.matcher(level).matches() || Integer.parseInt(level) > highest) {
            fault(column, FaultKind.MALFORMED_NUMBER);
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(level));
    }

    private <T> List<T> each(String column, Map<String, T> words, FaultKind kind) {
        return each(column, text(column), words, kind);
    }

    private <T> List<T> each(String column, String text, Map<String, T> words, FaultKind kind) {
        List<String> parts = parts(text, "\\+").toList();
        if (!words.keySet().containsAll(parts)) {
            fault(column, kind);
        }
        return parts.stream()
                .filter(words::containsKey)
                .distinct()
                .map(words::get)
                .toList();
    }

    private static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, FaultKind.MISSING);
        }
        return text;
    }

    private Optional<String> optional(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    private String text(String column) {
        return Normalizer.normalize(row.apply(column), Normalizer.Form.NFC).strip();
    }

    private void fault(String column, FaultKind kind) {
        faults.add(new ColumnFault(column, kind));
    }
}
