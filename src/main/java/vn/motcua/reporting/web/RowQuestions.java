package vn.motcua.reporting.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.contract.ChannelDto;
import vn.motcua.contract.RowClassDto;
import vn.motcua.procedure.Channel;
import vn.motcua.procedure.ProcedureCode;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.RowClass;
import vn.motcua.reporting.application.RowQuestion.Row;
import vn.motcua.territory.UnitAt;

/** The row of a question as a query names it: by one key, or the total by none. */
record RowQuestions(
        @Nullable String unit,
        @Nullable Integer agency,
        @Nullable String sector,
        @Nullable String procedure,
        @Nullable ChannelDto channel,
        @Nullable String month) {

    /** The row, or everything that is wrong with its key. */
    Row read() {
        List<QuestionFault> faults = new ArrayList<>();
        List<Row> rows = Stream.<Optional<Row>>of(
                        Optional.ofNullable(unit).flatMap(text -> unit(text, faults)),
                        Optional.ofNullable(agency).map(Row.OfAgency::new),
                        Optional.ofNullable(sector).map(Row.OfSector::new),
                        Optional.ofNullable(procedure).flatMap(text -> procedure(text, faults)),
                        Optional.ofNullable(channel).map(one -> new Row.OfChannel(Channel.valueOf(one.name()))),
                        Optional.ofNullable(month).flatMap(text -> month(text, faults)))
                .flatMap(Optional::stream)
                .toList();
        if (rows.size() > 1) {
            given().skip(1).forEach(name -> faults.add(new QuestionFault(name, "one-key-only")));
        }
        if (!faults.isEmpty()) {
            throw FiguresProblems.faulty(faults);
        }
        return rows.isEmpty() ? new Row.OfTotal() : rows.getFirst();
    }

    private static Optional<Row> unit(String text, List<QuestionFault> faults) {
        Optional<UnitAt> named = UnitAt.parse(text);
        if (named.isEmpty()) {
            faults.add(new QuestionFault("rowUnit", "invalid-format"));
        }
        return named.map(at -> new Row.OfUnit(new Reach.Asked(at.code(), at.day())));
    }

    private static Optional<Row> procedure(String text, List<QuestionFault> faults) {
        Optional<ProcedureCode> code = ProcedureCode.published(text);
        if (code.isEmpty()) {
            faults.add(new QuestionFault("procedure", "invalid-format"));
        }
        return code.map(known -> new Row.OfProcedure(known.value()));
    }

    private static Optional<Row> month(String text, List<QuestionFault> faults) {
        try {
            return Optional.of(new Row.OfMonth(YearMonth.parse(text)));
        } catch (DateTimeException unreadable) {
            faults.add(new QuestionFault("month", "invalid-date"));
            return Optional.empty();
        }
    }

    private Stream<String> given() {
        return Stream.of(
                        named("rowUnit", unit),
                        named("agency", agency),
                        named("sector", sector),
                        named("procedure", procedure),
                        named("channel", channel),
                        named("month", month))
                .flatMap(Optional::stream);
    }

    private static Optional<String> named(String name, @Nullable Object value) {
        return Optional.ofNullable(value).map(_ -> name);
    }

    /** By what the rows of the question are. */
    static String groupBy(Row row) {
        GroupBy groupBy = switch (row) {
            case Row.OfTotal _, Row.OfUnit _ -> GroupBy.UNIT;
            case Row.OfAgency _ -> GroupBy.AGENCY;
            case Row.OfSector _ -> GroupBy.SECTOR;
            case Row.OfProcedure _ -> GroupBy.PROCEDURE;
            case Row.OfChannel _ -> GroupBy.CHANNEL;
            case Row.OfMonth _ -> GroupBy.MONTH;
        };
        return groupBy.name();
    }

    static RowClass count(String name) {
        return RowClass.valueOf(RowClassDto.fromValue(name).name());
    }

    static RowClassDto toDto(RowClass count) {
        return RowClassDto.valueOf(count.name());
    }
}
