package vn.motcua.reporting.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.FigureViewDto;
import vn.motcua.contract.LevelDto;
import vn.motcua.reporting.Definition;
import vn.motcua.reporting.GroupBy;
import vn.motcua.reporting.Period;
import vn.motcua.reporting.Question;
import vn.motcua.reporting.QuestionFault;
import vn.motcua.reporting.Reach;
import vn.motcua.reporting.View;
import vn.motcua.territory.Level;
import vn.motcua.territory.UnitAt;

/**
 * A question as a query names it. The words that may stand for a parameter are in the contract, which has been checked
 * before.
 */
record Questions(
        LevelDto level,
        LocalDate from,
        LocalDate to,
        @Nullable String unit,
        FigureViewDto view,
        @Nullable String asOf,
        String groupBy,
        String scope,
        String by,
        Instant askedAt) {

    private static final String ALL = "all";

    /** The question, or everything that is wrong with it as far as nobody needs to know the country. */
    Question read() {
        List<QuestionFault> unreadable = new ArrayList<>();
        Optional<Reach.Asked> asked = Optional.ofNullable(unit)
                .flatMap(UnitAt::parse)
                .map(named -> new Reach.Asked(named.code(), named.day()));
        if (unit != null && asked.isEmpty()) {
            unreadable.add(new QuestionFault("unit", "invalid-format"));
        }
        Optional<Instant> moment = Optional.ofNullable(asOf).flatMap(Questions::moment);
        if (asOf != null && moment.isEmpty()) {
            unreadable.add(new QuestionFault("asOf", "invalid-date"));
        }
        Question question = new Question(
                Level.valueOf(level.name()),
                asked,
                from,
                to,
                View.valueOf(view.name()),
                moment.filter(known -> !isToday()),
                GroupBy.valueOf(groupBy.toUpperCase(Locale.ROOT)),
                scope.equals("OWN"),
                by.equals("RECEIVING"),
                askedAt);
        if (!unreadable.isEmpty()) {
            unreadable.addAll(question.faults());
            throw FiguresProblems.faulty(unreadable);
        }
        return question;
    }

    /** Today's last instant is still to come: it stands for the moment of the question. */
    private boolean isToday() {
        return LocalDate.ofInstant(askedAt, WorkingCalendar.ZONE).toString().equals(asOf);
    }

    /** A moment, or the last instant of a day. A plus sign that was sent as it is arrives as a space. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                            : Period.endOf(LocalDate.parse(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static Set<Definition> definitions(String id) {
        return id.equals(ALL)
                ? EnumSet.allOf(Definition.class)
                : EnumSet.of(Arrays.stream(Definition.values())
                        .filter(definition -> definition.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }
}
