package vn.motcua.dev.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.contract.DevelopmentClockDto;
import vn.motcua.contract.DevelopmentClockMoveDto;
import vn.motcua.dev.DevClock;
import vn.motcua.dev.SimulatedMoments;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** The clock of a development service, to look at and to move forward. */
@RestController
@Profile("dev")
class ClockController {

    /** Past it nothing is known that a clock would be moved for. */
    private static final Duration FURTHEST = Duration.ofDays(36525);

    private final DevClock clock;
    private final SimulatedMoments moments;

    ClockController(DevClock clock, SimulatedMoments moments) {
        this.clock = clock;
        this.moments = moments;
    }

    @GetMapping("/dev/clock")
    Mono<DevelopmentClockDto> clock() {
        return Mono.fromSupplier(this::shown);
    }

    @PutMapping("/dev/clock")
    Mono<DevelopmentClockDto> move(@RequestBody Mono<DevelopmentClockMoveDto> body) {
        return body.flatMap(move -> {
            Instant now = clock.instant();
            Instant target = target(move, now);
            return target.isBefore(now)
                    ? Mono.error(() -> new Problem(ProblemType.CLOCK_MOVED_BACK).with("moment", now))
                    : moments.moveTo(target).then(clock());
        });
    }

    private Instant target(DevelopmentClockMoveDto move, Instant now) {
        Optional<Instant> moment = Optional.ofNullable(move.getMoment()).map(OffsetDateTime::toInstant);
        Optional<String> advance = Optional.ofNullable(move.getAdvance());
        if (moment.isPresent() == advance.isPresent()) {
            throw wrong("/moment", moment.isPresent() ? "conflicting-fields" : "missing-field");
        }
        Instant target = moment.orElseGet(() -> now.plus(duration(advance.orElseThrow())));
        if (target.isAfter(clock.machine().plus(FURTHEST))) {
            throw wrong(moment.isPresent() ? "/moment" : "/advance", "too-large");
        }
        return target;
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.compareTo(FURTHEST) > 0) {
                throw wrong("/advance", duration.isNegative() ? "too-small" : "too-large");
            }
            return duration;
        } catch (DateTimeException unreadable) {
            throw wrong("/advance", "invalid-format");
        }
    }

    private static Problem wrong(String pointer, String code) {
        return Problem.fields(List.of(new FieldError(pointer, code)));
    }

    private DevelopmentClockDto shown() {
        return new DevelopmentClockDto(
                clock.instant().atZone(WorkingCalendar.ZONE).toOffsetDateTime(), clock.isMoved());
    }
}
