package vn.motcua.reference.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.platform.db.Database.Statements;
import vn.motcua.platform.db.Sql;

/** Many rows in few statements: each takes some hundred as one JSON text, and one runs after another. */
final class Batches {

    private static final int ROWS = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Statements statements;

    Batches(Statements statements) {
        this.statements = statements;
    }

    /**
     * Runs a statement for all rows. What does not touch each of them exactly once fails the whole: then the plan was made on
     * something else than what is loaded.
     *
     * @param statement with the parameter {@code rows}, which it reads by {@code json_to_recordset}; returns a row for each
     * @param columns of a row by name; those without a value are null
     */
    <T> Mono<Void> run(String statement, List<T> rows, Function<T, Map<String, Object>> columns) {
        return Flux.fromIterable(pieces(rows))
                .concatMap(piece -> statements
                        .run(
                                Sql.of(statement)
                                        .bind(
                                                "rows",
                                                JSON.writeValueAsString(piece.stream()
                                                        .map(columns)
                                                        .toList())),
                                row -> true)
                        .doOnNext(done -> requireAll(piece.size(), done.size())))
                .then();
    }

    private static void requireAll(int planned, int done) {
        if (done != planned) {
            throw new IllegalStateException("Planned " + planned + " rows and wrote " + done);
        }
    }

    private static <T> List<List<T>> pieces(List<T> rows) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            pieces.add(rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
        return pieces;
    }
}
