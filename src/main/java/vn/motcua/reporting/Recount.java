package vn.motcua.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.motcua.dossier.Routing;

/**
 * Figures counted one dossier after the other, by what the definitions say, from nothing but what happened. Slow, and
 * independent of the counts that events carry: what every fast way to a figure is compared with.
 *
 * <p>It takes the events in the order of the log and keeps {@link Course about 180 bytes a dossier}, with its key.
 *
 * @param <K> what makes a row
 */
public final class Recount<K> {

    private final Question<K> question;
    private final Map<UUID, Course> courses = new HashMap<>();
    private final Map<K, List<Recounted>> rows = new LinkedHashMap<>();
    private final Map<K, Recounted> wholes = new HashMap<>();

    public Recount(Question<K> question) {
        this.question = question;
    }

    /**
     * What is asked.
     *
     * @param period what is judged and as of when
     * @param isNow true when everything recorded so far counts, whatever its moment
     * @param isByReceiving true to count with the agency that received a dossier instead of the one that decides it
     * @param ends of consecutive spans, beginning with the day before the first; the last is the day that is judged. A
     *     dossier counts in all of them with whoever has it at the end of the last
     * @param rows the rows in which a dossier counts
     */
    public record Question<K>(
            Period period,
            boolean isNow,
            boolean isByReceiving,
            List<LocalDate> ends,
            Function<Subject, ? extends Collection<K>> rows) {

        public Question {
            ends = List.copyOf(ends);
        }

        /** In one span, the whole period. */
        public static <K> Question<K> ofPeriod(
                Period period, boolean isNow, Function<Subject, ? extends Collection<K>> rows) {
            return new Question<>(period, isNow, false, List.of(period.before(), period.through()), rows);
        }

        /** Recorded by then, and happened by the last day. */
        boolean knows(Fact fact) {
            return (isNow || !fact.recordedAt().isAfter(period.asOf()))
                    && !Course.day(fact.occurredAt()).isAfter(period.through());
        }

        Span whole() {
            return new Span(
                    ends.getFirst(), ends.getLast(), Optional.of(period.asOf()).filter(_ -> period.isMidDay()));
        }

        List<Span> spans() {
            int last = ends.size() - 1;
            return IntStream.range(0, last)
                    .mapToObj(at -> new Span(
                            ends.get(at),
                            ends.get(at + 1),
                            Optional.of(period.asOf()).filter(_ -> at + 1 == last && period.isMidDay())))
                    .toList();
        }

        /** What a dossier counts as. */
        Subject subject(Course course) {
            Routing routing = course.routing();
            return isByReceiving
                    ? new Subject(
                            routing.receivingUnit(),
                            routing.receivingAgency(),
                            course.procedureVersion(),
                            course.channel())
                    : new Subject(
                            routing.competentUnit(),
                            routing.competentAgency(),
                            course.procedureVersion(),
                            course.channel());
        }
    }

    /**
     * What a dossier is about.
     *
     * @param unit version of the unit of the agency with which it counts
     * @param channel 1 counter, 2 online, 3 postal, as form II.06 numbers them
     */
    public record Subject(int unit, int agency, int procedureVersion, int channel) {}

    /**
     * Takes the next event of the log. Once an event of a dossier is not known as of the question, those after it are not.
     *
     * @throws IllegalArgumentException when it does not follow on the dossier's last one
     */
    public void add(Fact fact) {
        Course course = courses.computeIfAbsent(fact.dossier(), _ -> new Course());
        if (fact.sequence() != course.sequence() + 1) {
            throw new IllegalArgumentException(
                    "event %d of a dossier follows on its event %d".formatted(fact.sequence(), course.sequence()));
        }
        if (!course.isJudged() && !question.knows(fact)) {
            judge(course);
        }
        course.add(fact);
    }

    /** What is known of a dossier so far. */
    public Optional<Course> course(UUID dossier) {
        return Optional.ofNullable(courses.get(dossier));
    }

    /** For each row that holds anything, its classes in each span; nothing can be added afterwards. */
    public Map<K, List<Recounted>> rows() {
        courses.values().stream().filter(course -> !course.isJudged()).forEach(this::judge);
        return Map.copyOf(rows);
    }

    /** For each row that holds anything, its classes in all spans together; what is open at an end counts once. */
    public Map<K, Recounted> wholes() {
        rows();
        return Map.copyOf(wholes);
    }

    private void judge(Course course) {
        course.judged();
        List<Span> spans = question.spans();
        Span whole = question.whole();
        if (course.filedAt().isEmpty() || !whole.concerns(course)) {
            return;
        }
        for (K row : question.rows().apply(question.subject(course))) {
            wholes.computeIfAbsent(row, _ -> new Recounted()).count(course, whole);
            List<Recounted> cells = rows.computeIfAbsent(
                    row,
                    _ -> new ArrayList<>(
                            spans.stream().map(_ -> new Recounted()).toList()));
            for (int at = 0; at < cells.size(); at++) {
                cells.get(at).count(course, spans.get(at));
            }
        }
    }
}
