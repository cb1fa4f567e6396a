package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.application.ExportLine;
import vn.motcua.reporting.Bounds;
import vn.motcua.reporting.Counts;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.Months;
import vn.motcua.reporting.Rate;
import vn.motcua.reporting.Recount;
import vn.motcua.reporting.Recounted;
import vn.motcua.reporting.View;
import vn.motcua.reporting.application.Recomputation.Row;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;

/** What was counted, in the members of the service's answer. */
record RecomputedAnswer(
        RecomputeQuestion asked, Ground ground, Map<Integer, ExportLine.Agency> agencies, Recount<Row> recount) {

    /** Which row it is; of a unit its version. */
    static String key(RowKey key) {
        return key instanceof RowKey.OfUnit(AdministrativeUnit unit) ? "" + unit.version() : "";
    }

    Map<String, Object> members(long logPosition) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", asked.question().from().toString());
        members.put("to", asked.question().to().toString());
        members.put("view", asked.question().view().name());
        members.put(
                "asOf",
                asked.question()
                        .period()
                        .asOf()
                        .atZone(WorkingCalendar.ZONE)
                        .toOffsetDateTime()
                        .toString());
        members.put("logPosition", logPosition);
        members.put("rows", rows());
        Map<Row, Recounted> wholes = recount.wholes();
        members.put(
                "total",
                line(
                        Map.of(),
                        wholes.keySet().stream()
                                .filter(this::isCertain)
                                .map(wholes::get)
                                .toList(),
                        wholes.keySet().stream()
                                .filter(row -> !isCertain(row))
                                .map(wholes::get)
                                .toList()));
        return members;
    }

    /** In the total for sure. */
    private boolean isCertain(Row row) {
        return row.doubt() < 0
                || (asked.question().groupBy() == GroupBy.UNIT
                        && ground.doubts().get(row.doubt()).isInside());
    }

    private List<Map<String, Object>> rows() {
        return switch (asked.question().groupBy()) {
            case UNIT -> asked.question().level() == Level.MINISTRY ? topics() : units();
            case MONTH -> months();
            case AGENCY, SECTOR, PROCEDURE, CHANNEL -> topics();
        };
    }

    private List<Map<String, Object>> units() {
        Map<Row, Recounted> wholes = recount.wholes();
        return ground.parts().stream()
                .map(part -> line(
                        Map.of("unit", unit(part.key())),
                        of(wholes, Row.certain(key(part.key()))),
                        IntStream.range(0, ground.doubts().size())
                                .filter(doubt -> ground.doubts().get(doubt).mayBe(part.key()))
                                .boxed()
                                .flatMap(doubt -> of(wholes, new Row("", doubt)).stream())
                                .toList()))
                .filter(this::isShown)
                .toList();
    }

    /** Units that ended before the period only where they hold something. */
    private boolean isShown(Map<String, Object> line) {
        boolean hasEnded = line.get("key") instanceof Map<?, ?> key
                && key.get("unit") instanceof Map<?, ?> unit
                && unit.get("validTo") instanceof String last
                && LocalDate.parse(last).isBefore(asked.question().from());
        return !hasEnded
                || asked.question().view() == View.TODAY
                || line.containsKey("unplaced")
                || AnswerDifference.holdsAnything(line);
    }

    private List<Map<String, Object>> topics() {
        Map<Row, Recounted> wholes = recount.wholes();
        return wholes.keySet().stream().map(Row::key).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(key -> line(named(key), of(wholes, Row.certain(key)), of(wholes, new Row(key, 0))))
                .toList();
    }

    private Map<String, Object> named(String key) {
        return switch (asked.question().groupBy()) {
            case SECTOR -> Map.of("sector", key);
            case PROCEDURE -> Map.of("procedure", Map.of("code", key));
            case CHANNEL -> Map.of("channel", key);
            case AGENCY, UNIT, MONTH -> {
                ExportLine.Agency agency = Objects.requireNonNull(agencies.get(Integer.parseInt(key)));
                yield Map.of("agency", Map.of("id", key, "identifier", agency.identifier(), "name", agency.name()));
            }
        };
    }

    private List<Map<String, Object>> months() {
        Months months = Months.of(asked.question().period());
        Map<Row, List<Recounted>> spans = recount.rows();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int at = 0; at < months.months().size(); at++) {
            int span = at;
            Function<Row, List<Recounted>> ofSpan = row -> spans.getOrDefault(row, List.of()).stream()
                    .skip(span)
                    .limit(1)
                    .toList();
            lines.add(line(
                    Map.of("month", months.months().get(at).toString()),
                    ofSpan.apply(Row.certain("")),
                    ofSpan.apply(new Row("", 0))));
        }
        return lines;
    }

    private static List<Recounted> of(Map<Row, Recounted> counted, Row row) {
        return Optional.ofNullable(counted.get(row)).stream().toList();
    }

    private static Map<String, Object> unit(RowKey key) {
        Map<String, Object> members = new TreeMap<>();
        if (key instanceof RowKey.OfUnit(AdministrativeUnit unit)) {
            members.put("code", unit.code());
            members.put("name", unit.name());
            members.put("level", unit.level().name());
            members.put("validFrom", unit.validFrom().toString());
            unit.validTo().ifPresent(last -> members.put("validTo", last.toString()));
        }
        return members;
    }

    private Map<String, Object> line(Map<String, Object> key, List<Recounted> certain, List<Recounted> unplaced) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("key", key);
        Definition first = asked.definitions().getFirst();
        Counts counts = sum(certain, first);
        boolean isAlone = asked.definitions().size() == 1;
        common(counts, line);
        if (isAlone) {
            judged(counts, line);
        }
        line.put(
                "rates",
                asked.definitions().stream()
                        .map(definition -> rate(definition, certain, unplaced, isAlone))
                        .toList());
        line.put("suppressed", false);
        Counts may = sum(unplaced, first);
        if (may.received() + may.carriedOver() > 0) {
            line.put("unplaced", Map.of("count", may.received() + may.carriedOver()));
        }
        return line;
    }

    private static Counts sum(List<Recounted> counted, Definition definition) {
        return counted.stream().map(one -> one.classes(definition)).reduce(Counts.NONE, Counts::plus);
    }

    private static void common(Counts counts, Map<String, Object> line) {
        line.put("received", counts.received());
        line.put("carriedOver", counts.carriedOver());
        line.put("withdrawn", counts.withdrawn());
        line.put("stopped", counts.stopped());
        line.put("resolvedWithoutDue", counts.resolvedWithoutDue());
        line.put("pendingWithoutDue", counts.pendingWithoutDue());
        line.put("pendingNotStarted", counts.pendingNotStarted());
    }

    private static void judged(Counts counts, Map<String, Object> line) {
        line.put("early", counts.early());
        line.put("onTime", counts.onTime());
        line.put("overdue", counts.overdue());
        line.put("pendingInTime", counts.pendingInTime());
        line.put("pendingOverdue", counts.pendingOverdue());
        line.put("pendingPaused", counts.pendingPaused());
        line.put("stoppedOverdue", counts.stoppedOverdue());
        line.put("withdrawnOverdue", counts.withdrawnOverdue());
    }

    private static Map<String, Object> rate(
            Definition definition, List<Recounted> certain, List<Recounted> unplaced, boolean isAlone) {
        Map<String, Object> members = new LinkedHashMap<>();
        Counts counts = sum(certain, definition);
        Rate rate = definition.rate(counts);
        members.put("definition", definition.id());
        members.put("numerator", rate.numerator());
        members.put("denominator", rate.denominator());
        number("rate", rate, members);
        if (rate.fraction().isEmpty()) {
            members.put("reason", "NOT_APPLICABLE");
        }
        Counts may = sum(unplaced, definition);
        if (may.received() + may.carriedOver() > 0) {
            Bounds bounds = Bounds.of(rate, definition.rate(may));
            number("rateLow", bounds.low(), members);
            number("rateHigh", bounds.high(), members);
        }
        if (!isAlone) {
            judged(counts, members);
        }
        return members;
    }

    private static void number(String name, Rate rate, Map<String, Object> members) {
        Optional.of(rate).flatMap(Rate::fraction).ifPresent(fraction -> members.put(name, fraction));
    }
}
