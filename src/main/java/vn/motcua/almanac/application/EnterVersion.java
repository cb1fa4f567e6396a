package vn.motcua.almanac.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.motcua.almanac.CalendarVersion;
import vn.motcua.almanac.application.CalendarVersions.Entered;
import vn.motcua.almanac.application.CalendarVersions.Entry;
import vn.motcua.almanac.application.VersionRefused.Reason;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarFault;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.CalendarSnapshots;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.platform.Snapshot;

/** Enters the next version of the calendar: judged on the version that the operator saw, or not at all. */
@Service
public class EnterVersion {

    /** So often it is tried while something else of the calendar's data moves. */
    private static final int ATTEMPTS = 3;

    private static final int MOST_SHOWN = 20;

    private final CalendarSnapshots calendars;
    private final CalendarVersions versions;

    EnterVersion(CalendarSnapshots calendars, CalendarVersions versions) {
        this.calendars = calendars;
        this.versions = versions;
    }

    /**
     * What an operator asks for.
     *
     * @param seen the version that she saw
     * @param moment taken once, at the edge
     * @param fingerprint path and digest of the body
     */
    public record Request(
            Caller caller, CalendarChange change, int seen, Instant moment, String key, String fingerprint) {

        private LocalDate today() {
            return WorkingCalendar.local(moment).toLocalDate();
        }

        private Entry entry() {
            return new Entry(caller.subject(), change, change.reachesBack(today()), moment, key, fingerprint);
        }
    }

    /** The version, and whether the same request brought it before. */
    public record Answer(CalendarVersion version, boolean replayed) {}

    /** The new version; with a key that was used before, the one that it brought then. */
    public Mono<Answer> enter(Request request) {
        return request.caller().is(Role.OPERATOR) ? attempt(request, ATTEMPTS) : refused(new Reason.NeverThisRole());
    }

    private Mono<Answer> attempt(Request request, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return refused(new Reason.Moving());
        }
        return replayed(request)
                .switchIfEmpty(Mono.defer(() -> enterAnew(request, attemptsLeft == 1)))
                .switchIfEmpty(Mono.defer(() ->
                        versions.refresh().then(Mono.defer(() -> attempt(request, attemptsLeft - 1)))));
    }

    private Mono<Answer> replayed(Request request) {
        return versions.entered(request.caller().subject(), request.key())
                .flatMap(Mono::justOrEmpty)
                .flatMap(before -> before.request().equals(request.fingerprint())
                        ? Mono.just(new Answer(before.version(), true))
                        : refused(new Reason.KeyReused()));
    }

    /** Empty when what is known here is older than what the operator or the database knows, and may be newer soon. */
    private Mono<Answer> enterAnew(Request request, boolean last) {
        return calendars.snapshot().flatMap(state -> {
            int newest = state.value().version();
            if (newest < request.seen()) {
                return last ? refused(new Reason.Stale(newest, List.of())) : Mono.empty();
            }
            if (newest > request.seen()) {
                return stale(request, newest);
            }
            List<CalendarFault> faults = request.change().faults(state.value(), request.today());
            return faults.isEmpty() ? store(request, state) : refused(new Reason.Faulty(faults));
        });
    }

    private Mono<Answer> stale(Request request, int newest) {
        return versions.list(Optional.empty(), Integer.MAX_VALUE, MOST_SHOWN)
                .map(found -> found.stream()
                        .filter(version -> version.number() > request.seen())
                        .toList())
                .flatMap(since -> refused(new Reason.Stale(newest, since)));
    }

    private Mono<Answer> store(Request request, Snapshot<WorkingCalendar> state) {
        return versions.enter(request.entry(), state).flatMap(outcome -> switch (outcome) {
            case KEPT -> kept(request);
            case KEY_TAKEN -> replayed(request);
            case CALENDAR_MOVED -> Mono.empty();
        });
    }

    private Mono<Answer> kept(Request request) {
        return versions.entered(request.caller().subject(), request.key())
                .flatMap(Mono::justOrEmpty)
                .map(Entered::version)
                .map(version -> new Answer(version, false));
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new VersionRefused(reason));
    }
}
