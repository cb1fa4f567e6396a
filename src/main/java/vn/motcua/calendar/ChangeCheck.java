package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.motcua.calendar.CalendarChange.TakenBack;

/** Whether a change fits the calendar that it changes. */
final class ChangeCheck {

    private final CalendarChange change;
    private final WorkingCalendar state;
    private final LocalDate today;
    private final ChangeFaults faults = new ChangeFaults();

    ChangeCheck(CalendarChange change, WorkingCalendar state, LocalDate today) {
        this.change = change;
        this.state = state;
        this.today = today;
    }

    List<CalendarFault> faults() {
        faults.addIf(change.source().isBlank(), "/source", "source-missing");
        faults.addIf(change.touched().findAny().isEmpty() && !movesTheEnd(), "", "nothing-changes");
        faults.addIf(
                change.touched().anyMatch(day -> day.isBefore(change.countsFrom())), "/countsFrom", "counts-later");
        checkWhose();
        checkProposal();
        checkPlaces();
        new DayCheck(change, state, faults).run();
        AgencyTimes times = change.agency().map(state::times).orElse(state.everywhere());
        new HoursCheck(change, times, faults).run();
        new ClosureCheck(change, times, end(), faults).run();
        return faults.all();
    }

    private boolean movesTheEnd() {
        return change.knownUntil()
                .filter(end -> !end.equals(state.knownUntil()))
                .isPresent();
    }

    private void checkWhose() {
        TakenBack back = change.takenBack();
        if (change.agency().isPresent()) {
            faults.addIf(change.knownUntil().isPresent(), "/knownUntil", "national-only");
            faults.addUnlessEmpty(change.days(), "/days", "national-only");
            faults.addUnlessEmpty(back.days(), "/takeBack/days", "national-only");
            return;
        }
        faults.addUnlessEmpty(change.hours(), "/hours", "agency-only");
        faults.addUnlessEmpty(change.reception(), "/receptionHours", "agency-only");
        faults.addIf(
                change.closures().stream().anyMatch(closing -> closing.kind() == Closure.Kind.CLOSURE),
                "/closures",
                "agency-only");
        faults.addUnlessEmpty(back.hours(), "/takeBack/hours", "agency-only");
        faults.addUnlessEmpty(back.reception(), "/takeBack/receptionHours", "agency-only");
        faults.addUnlessEmpty(back.closures(), "/takeBack/closures", "agency-only");
    }

    /** What moves nothing can only be shown, and only days are. */
    private void checkProposal() {
        if (change.standing().isCounted()) {
            return;
        }
        TakenBack back = change.takenBack();
        faults.addIf(change.knownUntil().isPresent(), "/knownUntil", "proposal-of-days-only");
        faults.addUnlessEmpty(change.hours(), "/hours", "proposal-of-days-only");
        faults.addUnlessEmpty(change.reception(), "/receptionHours", "proposal-of-days-only");
        faults.addUnlessEmpty(change.closures(), "/closures", "proposal-of-days-only");
        faults.addUnlessEmpty(back.hours(), "/takeBack/hours", "proposal-of-days-only");
        faults.addUnlessEmpty(back.reception(), "/takeBack/receptionHours", "proposal-of-days-only");
        faults.addUnlessEmpty(back.closures(), "/takeBack/closures", "proposal-of-days-only");
        faults.addUnlessEmpty(back.outages(), "/takeBack/outages", "proposal-of-days-only");
    }

    /** Every day lies in the known span, and none before today without a decision. */
    private void checkPlaces() {
        checkPast("/countsFrom", change.countsFrom(), change.standing());
        each(change.days(), (at, day) -> checkPlace("/days/" + at + "/day", day.day(), day.standing()));
        checkPlaces("/hours/", "/since", change.hours(), CalendarChange.Hours::since);
        checkPlaces("/receptionHours/", "/since", change.reception(), CalendarChange.Hours::since);
        checkPlaces(
                "/closures/",
                "/from",
                change.closures(),
                closing -> closing.from().toLocalDate());
        TakenBack back = change.takenBack();
        checkPlaces("/takeBack/days/", "", back.days(), Function.identity());
        checkPlaces("/takeBack/hours/", "", back.hours(), Function.identity());
        checkPlaces("/takeBack/receptionHours/", "", back.reception(), Function.identity());
        checkPlaces("/takeBack/closures/", "", back.closures(), LocalDateTime::toLocalDate);
        checkPlaces("/takeBack/outages/", "", back.outages(), LocalDateTime::toLocalDate);
    }

    private <T> void checkPlaces(String list, String field, List<T> said, Function<T, LocalDate> day) {
        each(said, (at, one) -> checkPlace(list + at + field, day.apply(one), change.standing()));
    }

    private void checkPlace(String pointer, LocalDate day, Standing standing) {
        faults.addIf(day.isBefore(state.knownFrom()) || day.isAfter(end()), pointer, "outside-calendar");
        checkPast(pointer, day, standing);
    }

    private LocalDate end() {
        return change.knownUntil().filter(state.knownUntil()::isBefore).orElse(state.knownUntil());
    }

    private void checkPast(String pointer, LocalDate day, Standing standing) {
        faults.addIf(day.isBefore(today) && standing != Standing.OFFICIAL, pointer, "past-needs-official");
    }

    static <T> void each(List<T> said, BiConsumer<Integer, T> check) {
        for (int at = 0; at < said.size(); at++) {
            check.accept(at, said.get(at));
        }
    }
}
