package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.procedure.ProcedureCatalogue;
import vn.motcua.reporting.Question;
import vn.motcua.territory.AdministrativeUnit;

/** How a question is put to the figures, and how their answer becomes rows. */
interface Layout {

    FigureQuery query();

    Report report(Figures.Answer answer);

    /** By what makes the rows. */
    static Layout of(Question question, AdministrativeUnit below, Country country, ProcedureCatalogue procedures) {
        Ground ground = Grounds.of(question, below, country);
        return switch (question.groupBy()) {
            case UNIT -> new UnitLayout(question, ground, country);
            case MONTH -> new MonthLayout(question, ground);
            case AGENCY, SECTOR, PROCEDURE, CHANNEL ->
                new TopicLayout(question, ground, below, country.territory(), procedures);
        };
    }

    /** The one span of a period. */
    static List<LocalDate> span(Question question) {
        return List.of(question.period().before(), question.period().through());
    }
}
