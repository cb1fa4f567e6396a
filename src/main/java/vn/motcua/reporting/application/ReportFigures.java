package vn.motcua.reporting.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.identity.Caller;
import vn.motcua.procedure.application.Procedures;
import vn.motcua.reporting.Continuity;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.View;
import vn.motcua.reporting.application.FiguresRefused.Reason;
import vn.motcua.territory.AdministrativeUnit;
import vn.motcua.territory.Level;

/** Answers what the figures say, for those who may know. */
@Service
public class ReportFigures {

    /** A place in one span; so many are read in less than the patience of a request. */
    private static final long MOST_CELLS = 20_000;

    /** Units whose procedures or channels are told apart. */
    private static final int MOST_DETAILED = 500;

    private static final int MOST_OPEN = 5_000;

    private final Countries countries;
    private final Procedures procedures;
    private final Figures figures;
    private final PublicFigures publicFigures;

    ReportFigures(Countries countries, Procedures procedures, Figures figures, PublicFigures publicFigures) {
        this.countries = countries;
        this.procedures = procedures;
        this.figures = figures;
        this.publicFigures = publicFigures;
    }

    /** On-time rates; closed periods for anybody. */
    public Mono<Report> onTime(Optional<Caller> caller, Question question, Set<Definition> definitions) {
        if (caller.isPresent() && Reach.isForFigures(caller.get())) {
            return forStaff(caller.get(), question);
        }
        if (caller.isEmpty() && !question.faults().isEmpty()) {
            return refused(new Reason.Faulty(question.faults()));
        }
        return publicFigures.isForAnybody(question, definitions)
                ? countries.current().flatMap(country -> publicFigures.report(question, country))
                : refused(noneFor(caller));
    }

    /** How desks answered; only for those who sign in. */
    public Mono<Report> intake(Optional<Caller> caller, Question question) {
        return caller.filter(Reach::isForFigures)
                .map(signedIn -> forStaff(signedIn, question))
                .orElseGet(() -> refused(noneFor(caller)));
    }

    private static Reason noneFor(Optional<Caller> caller) {
        return caller.isPresent() ? new Reason.ByReach(new Reach.Never()) : new Reason.SignInNeeded();
    }

    private Mono<Report> forStaff(Caller caller, Question question) {
        return countries
                .current()
                .flatMap(country -> procedures.current().flatMap(catalogue -> {
                    Layout layout = Layout.of(question, below(caller, question, country), country, catalogue);
                    FigureQuery query = layout.query();
                    checkSize(query, question);
                    return figures.ask(query).map(layout::report);
                }));
    }

    /** Only figures of places, or of everything there is, are kept so that many of them read fast. */
    private static void checkSize(FigureQuery query, Question question) {
        long cells = (long) query.cells().size() * (query.days().size() - 1);
        boolean isDetailed = switch (question.groupBy()) {
            case SECTOR, PROCEDURE, CHANNEL -> !query.isByProvince();
            case UNIT, AGENCY, MONTH -> false;
        };
        if (cells > (isDetailed ? MOST_DETAILED : MOST_CELLS)) {
            throw new FiguresRefused(new Reason.TooManyCells(cells));
        }
    }

    /** Whoever does not sign in asks for the communes of a province, not of the nation, at a time. */
    static void checkOpenSize(FigureQuery query, Question question) {
        checkSize(query, question);
        long cells = (long) query.cells().size() * (query.days().size() - 1);
        if (cells > MOST_OPEN) {
            throw new FiguresRefused(new Reason.TooManyCells(cells));
        }
    }

    /** The unit below which a question is answered, for a caller who may ask it. */
    static AdministrativeUnit below(Caller caller, Question question, Country country) {
        LocalDate day = question.view() == View.TODAY ? question.viewDay() : country.known(question.to());
        Reach reach = Reach.of(caller, question.unit(), day, question.today(), country.territory());
        List<QuestionFault> faults = new ArrayList<>(question.faults());
        if (!isLevelThere(question, country)) {
            faults.add(new QuestionFault("level", "level-did-not-exist"));
        }
        if (reach instanceof Reach.Below(AdministrativeUnit unit)
                && question.level().isAbove(unit.level())) {
            faults.add(new QuestionFault("level", "level-above-unit"));
        }
        if (!faults.isEmpty()) {
            throw new FiguresRefused(new Reason.Faulty(faults));
        }
        return switch (reach) {
            case Reach.Refused refused -> throw new FiguresRefused(new Reason.ByReach(refused));
            case Reach.Below(AdministrativeUnit unit) -> checked(unit, question, country);
        };
    }

    /** The unit, when it is in force on a day that counts. */
    static AdministrativeUnit checked(AdministrativeUnit unit, Question question, Country country) {
        boolean isInForce = question.view() == View.TODAY
                ? unit.isInForceOn(question.viewDay())
                : Continuity.versions(unit, country.territory()).stream()
                        .anyMatch(version -> country.isInForceBetween(version, question.from(), question.to()));
        if (!isInForce && question.unit().isPresent()) {
            throw new FiguresRefused(new Reason.NotInForce(country.territory().successorsOn(unit, question.viewDay())));
        }
        return unit;
    }

    /** Districts were there until 2025-06-30; every other level always was. */
    private static boolean isLevelThere(Question question, Country country) {
        return question.level() != Level.DISTRICT
                || country.territory()
                        .units()
                        .filter(unit -> unit.level() == Level.DISTRICT)
                        .anyMatch(unit -> question.view() == View.TODAY
                                ? unit.isInForceOn(question.viewDay())
                                : country.isInForceBetween(unit, question.from(), question.to()));
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new FiguresRefused(reason));
    }
}
