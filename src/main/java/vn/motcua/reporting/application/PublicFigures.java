package vn.motcua.reporting.application;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.StatutoryPeriod;
import vn.motcua.reporting.View;
import vn.motcua.reporting.application.FiguresRefused.Reason;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;
import vn.motcua.territory.Territory;

/**
 * Figures for anybody: of periods that have ended, as known at their end, without small cells. Few questions are open, and
 * their tables nest, so that those of one period do not tell what each withholds; ADR 17 says what periods
 * beside each other can.
 */
@Component
class PublicFigures {

    /** One set of classes: the difference between two definitions can be a single dossier. */
    private static final Set<Definition> DEFINITIONS = EnumSet.of(Definition.OT_1, Definition.OT_4);

    private static final Duration SETTLING = Duration.ofHours(1);

    private final Figures figures;
    private final Procedures procedures;

    PublicFigures(Figures figures, Procedures procedures) {
        this.figures = figures;
        this.procedures = procedures;
    }

    boolean isForAnybody(Question question, Set<Definition> definitions) {
        boolean isPlain = question.view() == View.AS_WAS
                && question.isNow()
                && !question.isOwn()
                && !question.isByReceiving()
                && DEFINITIONS.containsAll(definitions);
        boolean isGrouped = switch (question.groupBy()) {
            case UNIT -> question.level() != Level.DISTRICT;
            case SECTOR -> question.level() == Level.NATION && question.unit().isEmpty();
            case AGENCY, PROCEDURE, CHANNEL, MONTH -> false;
        };
        return isPlain
                && isGrouped
                && question.faults().isEmpty()
                && hasEnded(question)
                && StatutoryPeriod.of(question.from(), question.to()).isPresent();
    }

    /** A while ago, so that what another instance recorded in its last minutes is there, and the answer stays what it is. */
    private static boolean hasEnded(Question question) {
        return Period.endOf(question.to()).plus(SETTLING).isBefore(question.askedAt());
    }

    Mono<Report> report(Question question, Country country) {
        Period period = Period.asOfDay(question.from(), question.to(), question.to());
        StatutoryPeriod kind =
                StatutoryPeriod.of(question.from(), question.to()).orElseThrow();
        var span = new PublicTable.Span(question, period, kind.ends(question.from(), question.to()));
        AdministrativeUnit unit = unit(question, country);
        return question.groupBy() == GroupBy.SECTOR
                ? procedures.current().flatMap(catalogue -> {
                    var table = new PublicSectors(
                            span,
                            Places.ofSubtree(0, unit, country.territory()),
                            new Topics(GroupBy.SECTOR, country.territory(), catalogue, question.to()));
                    return ask(table, question);
                })
                : Mono.defer(() -> {
                    PublicTable table = question.level() == Level.COMMUNE
                            ? new PublicCommunes(span, unit, country)
                            : new PublicProvinces(span, unit, country);
                    return ask(table, question);
                });
    }

    private Mono<Report> ask(PublicTable table, Question question) {
        FigureQuery query = table.query();
        ReportFigures.checkOpenSize(query, question);
        return figures.ask(query).map(table::report);
    }

    private static AdministrativeUnit unit(Question question, Country country) {
        Territory territory = country.territory();
        Optional<Reach.Asked> asked = question.unit();
        if (asked.isEmpty()) {
            return territory
                    .units()
                    .filter(unit -> unit.level() == Level.NATION)
                    .findFirst()
                    .orElseThrow();
        }
        LocalDate day = asked.get().on().orElse(country.known(question.to()));
        AdministrativeUnit unit = territory
                .unitInForce(asked.get().code(), day)
                .orElseThrow(() -> new FiguresRefused(new Reason.ByReach(
                        new Reach.NoSuchUnit(territory.knows(asked.get().code())))));
        if (question.level().isAbove(unit.level())) {
            throw new FiguresRefused(new Reason.Faulty(List.of(new QuestionFault("level", "level-above-unit"))));
        }
        return ReportFigures.checked(unit, question, country);
    }
}
