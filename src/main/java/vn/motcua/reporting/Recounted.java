package vn.motcua.reporting;

import java.util.EnumMap;
import java.util.Map;
import vn.motcua.reporting.Span.Answer;
import vn.motcua.reporting.Span.Arrival;
import vn.motcua.reporting.Span.Standing;

/** The classes of one row in one span, counted dossier by dossier. */
public final class Recounted {

    private final Map<Arrival, Long> received = new EnumMap<>(Arrival.class);
    private final Map<Arrival, Long> filed = new EnumMap<>(Arrival.class);
    private final Map<Definition, Map<Standing, Long>> standings = new EnumMap<>(Definition.class);
    private final Map<Answer, Long> answers = new EnumMap<>(Answer.class);

    Recounted() {
        for (Definition definition : Definition.values()) {
            standings.put(definition, new EnumMap<>(Standing.class));
        }
    }

    void count(Course course, Span span) {
        Arrival arrival = span.received(course);
        if (arrival != Arrival.ABSENT) {
            received.merge(arrival, 1L, Long::sum);
            standings.forEach(
                    (definition, counted) -> counted.merge(standing(course, span, definition), 1L, Long::sum));
        }
        Arrival came = span.filed(course);
        if (came != Arrival.ABSENT) {
            filed.merge(came, 1L, Long::sum);
            answers.merge(span.answer(course), 1L, Long::sum);
        }
    }

    private static Standing standing(Course course, Span span, Definition definition) {
        return span.standing(course, definition.precision(), definition.against());
    }

    /** Of what was received or carried over. */
    public Counts classes(Definition definition) {
        return new Counts(
                of(received, Arrival.NEW),
                of(received, Arrival.CARRIED_OVER),
                of(definition, Standing.EARLY),
                of(definition, Standing.ON_TIME),
                of(definition, Standing.OVERDUE),
                of(definition, Standing.WITHDRAWN) + of(definition, Standing.WITHDRAWN_OVERDUE),
                of(definition, Standing.STOPPED) + of(definition, Standing.STOPPED_OVERDUE),
                of(definition, Standing.RESOLVED_WITHOUT_DUE),
                of(definition, Standing.PENDING_IN_TIME),
                of(definition, Standing.PENDING_OVERDUE),
                of(definition, Standing.PENDING_NOT_STARTED),
                of(definition, Standing.PENDING_WITHOUT_DUE),
                of(definition, Standing.STOPPED_OVERDUE),
                of(definition, Standing.WITHDRAWN_OVERDUE),
                of(definition, Standing.PENDING_NOT_STARTED));
    }

    /** Of what was filed or carried over. */
    public IntakeCounts intake() {
        return new IntakeCounts(
                of(filed, Arrival.NEW),
                of(filed, Arrival.CARRIED_OVER),
                of(answers, Answer.ACCEPTED_IN_TIME),
                of(answers, Answer.ACCEPTED_LATE),
                of(answers, Answer.REFUSED_IN_TIME),
                of(answers, Answer.REFUSED_LATE),
                0,
                0,
                0,
                of(answers, Answer.PENDING_IN_TIME),
                of(answers, Answer.PENDING_LATE));
    }

    private long of(Definition definition, Standing standing) {
        return of(standings.getOrDefault(definition, Map.of()), standing);
    }

    private static <E extends Enum<E>> long of(Map<E, Long> counted, E what) {
        return counted.getOrDefault(what, 0L);
    }
}
