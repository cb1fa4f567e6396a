package vn.motcua.reporting.db;

import static vn.motcua.platform.db.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.platform.db.Database;
import vn.motcua.platform.db.Sql;
import vn.motcua.reporting.application.FigureQuery;
import vn.motcua.reporting.application.FigureQuery.Cell;
import vn.motcua.reporting.application.Figures;

/** Figures in one statement, whose snapshot holds each fact once: folded, or as a delta. */
@Component
class FigureTable implements Figures {

    /** No event is recorded after it. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private final Database db;

    FigureTable(Database db) {
        this.db = db;
    }

    @Override
    public Mono<Answer> ask(FigureQuery query) {
        LocalDate through = query.known().through();
        Sql statement = Sql.of(text(FigureSql.of(query), query))
                .bind("rows", each(query, Cell::row))
                .bind("provinces", each(query, Cell::province))
                .bind("units", each(query, Cell::unit))
                .bind("agencies", each(query, Cell::agency))
                .bind("days", query.days().toArray(LocalDate[]::new))
                .bind("axes", query.axes().toArray(Integer[]::new))
                .bind("through", through)
                .bind("knownUntil", query.isNow() ? ALWAYS : query.known().asOf());
        return db.read(query.known().isMidDay() ? inTheDay(statement, query) : statement, FigureTable::line)
                .map(lines -> FigureLines.answer(query, lines));
    }

    private static String text(FigureSql way, FigureQuery query) {
        if (!query.known().isMidDay()) {
            return way.closed();
        }
        return query.isNow() ? way.now() : way.then();
    }

    private static Sql inTheDay(Sql statement, FigureQuery query) {
        LocalDate day = query.known().through();
        Sql judged = statement
                .bind("dayBegins", beginningOf(day))
                .bind("asOf", query.known().asOf())
                .bind("isByReceiving", query.isByReceiving());
        return query.isNow() ? judged : judged.bind("dayEnds", beginningOf(day.plusDays(1)));
    }

    private static Instant beginningOf(LocalDate day) {
        return WorkingCalendar.instant(day.atStartOfDay());
    }

    private static Integer[] each(FigureQuery query, ToIntFunction<Cell> part) {
        return query.cells().stream().map(part::applyAsInt).toArray(Integer[]::new);
    }

    private static FigureLines.Line line(Readable row) {
        return FigureLines.line(
                required(row, "row_no", Integer.class),
                required(row, "no", Integer.class),
                required(row, "basis", Integer.class),
                required(row, "sums", String.class),
                required(row, "log_position", Long.class));
    }
}
