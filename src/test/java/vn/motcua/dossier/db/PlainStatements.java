package vn.motcua.dossier.db;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Walk;
import vn.motcua.dossier.application.DossierLists.Wanted;
import vn.motcua.dossier.application.DossierView;
import vn.motcua.dossier.application.PlainFiling.Decided;
import vn.motcua.identity.Scope;
import vn.motcua.platform.db.Sql;

/** The service's own statements and how it reads their rows, for others that are measured beside it. */
public final class PlainStatements {

    /** Nobody who is measured reads for another. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 3, 2);

    private PlainStatements() {}

    public static Sql filing(Decided decided) {
        return FilingStatement.statement(decided.act(), decided.owner(), Optional.empty());
    }

    public static Sql dossier(DossierRef ref, Scope scope) {
        return DossierTable.statement(ref, scope, ANY_DAY);
    }

    public static DossierView dossier(Readable row) {
        return DossierTable.view(row);
    }

    public static Sql queue(Wanted wanted, Walk walk) {
        return QueueQuery.statement(wanted, walk);
    }

    public static DossierSummary summary(Readable row) {
        return SummaryRow.summary(row);
    }
}
