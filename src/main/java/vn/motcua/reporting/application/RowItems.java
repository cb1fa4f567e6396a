package vn.motcua.reporting.application;

import java.util.List;
import java.util.Optional;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.procedure.ProcedureVersion;
import vn.motcua.reporting.Recount;
import vn.motcua.reporting.application.ListRowDossiers.Item;
import vn.motcua.reporting.application.ListRowDossiers.Judged;
import vn.motcua.reporting.application.ListRowDossiers.Page;
import vn.motcua.reporting.application.RowDossiers.Position;
import vn.motcua.territory.Territory;

/** Names what the dossiers of a list are about. */
record RowItems(RowQuestion asked, Territory territory, ProcedureCatalogue procedures) {

    Page page(List<Judged> found, Optional<Position> next) {
        return new Page(
                asked.question().period().asOf(), found.stream().map(this::item).toList(), next);
    }

    private Item item(Judged found) {
        Recount.Subject subject = found.verdict().subject();
        ProcedureVersion version = procedures
                .version(subject.procedureVersion())
                .orElseThrow(() -> new IllegalStateException("A procedure version is never deleted"));
        return new Item(
                found.dossier(),
                found.verdict(),
                new RowKey.OfUnit(territory
                        .unit(subject.unit())
                        .orElseThrow(() -> new IllegalStateException("A unit version is never deleted"))),
                new RowKey.OfAgency(territory
                        .agency(subject.agency(), asked.question().to())
                        .orElseThrow(() -> new IllegalStateException("An agency is never deleted"))),
                new RowKey.OfProcedure(
                        version.code().value(),
                        procedures.newest(version.code()).orElse(version).name()));
    }
}
