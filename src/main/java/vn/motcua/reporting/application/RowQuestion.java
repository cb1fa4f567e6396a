package vn.motcua.reporting.application;

import java.time.YearMonth;
import vn.motcua.procedure.Channel;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.RowClass;

/**
 * Which dossiers are asked for.
 *
 * @param row of the answer to the question
 */
public record RowQuestion(Question question, Row row, Definition definition, RowClass count) {

    /** A row by its key. */
    public sealed interface Row {

        record OfTotal() implements Row {}

        /** The newest version where several have a row. */
        record OfUnit(Reach.Asked unit) implements Row {}

        record OfAgency(int id) implements Row {}

        record OfSector(String sector) implements Row {}

        record OfProcedure(String code) implements Row {}

        record OfChannel(Channel channel) implements Row {}

        record OfMonth(YearMonth month) implements Row {}
    }
}
