package vn.motcua.calendar;

import reactor.core.publisher.Mono;
import vn.motcua.calendar.application.WorkingCalendars;

/** The one version that there is. */
public record OneCalendar(WorkingCalendar calendar) implements WorkingCalendars {

    @Override
    public Mono<WorkingCalendar> current() {
        return Mono.just(calendar);
    }

    @Override
    public Mono<WorkingCalendar> version(int number) {
        return number == calendar.version() ? current() : Mono.empty();
    }
}
