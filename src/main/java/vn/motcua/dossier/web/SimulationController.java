package vn.motcua.dossier.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.almanac.web.Addressed;
import vn.motcua.almanac.web.CalendarChanges;
import vn.motcua.calendar.CalendarChange;
import vn.motcua.calendar.CalendarFault;
import vn.motcua.contract.CalendarSimulationDto;
import vn.motcua.contract.NewCalendarVersionDto;
import vn.motcua.contract.RecomputationProgressDto;
import vn.motcua.contract.SimulationApi;
import vn.motcua.dossier.Reference;
import vn.motcua.dossier.Simulation;
import vn.motcua.dossier.Timeliness;
import vn.motcua.dossier.application.Recomputations;
import vn.motcua.dossier.application.References;
import vn.motcua.dossier.application.SimulateChange;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.Callers;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.platform.web.RequestDigest;

/** HTTP for what a version of a calendar would do to running dossiers, and how far it has been done. */
@RestController
class SimulationController implements SimulationApi {

    private final SimulateChange simulate;
    private final Recomputations recomputations;
    private final References reference;
    private final Callers callers;
    private final Cursors cursors;
    private final Answers answers;

    SimulationController(
            SimulateChange simulate,
            Recomputations recomputations,
            References reference,
            Callers callers,
            Cursors cursors,
            Answers answers) {
        this.simulate = simulate;
        this.recomputations = recomputations;
        this.reference = reference;
        this.callers = callers;
        this.cursors = cursors;
        this.answers = answers;
    }

    @Override
    public Mono<CalendarSimulationDto> simulateCalendarVersion(
            String id,
            Mono<NewCalendarVersionDto> body,
            Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange) {
        return operator(exchange)
                .flatMap(caller -> body.flatMap(dto -> {
                    String request = RequestDigest.of(exchange);
                    return reference.current().flatMap(known -> {
                        List<String> audience = List.of("simulations", caller.subject(), id, request, versionOf(known));
                        Optional<UUID> after = Optional.ofNullable(cursor)
                                .map(text -> UUID.fromString(
                                        cursors.position(audience, text).getFirst()));
                        return recomputations
                                .newest()
                                .flatMap(run -> simulate.of(known, change(dto, id, known), after, limit)
                                        .map(simulation -> toDto(simulation, after, audience, known)
                                                .recomputing(isAtWork(run, known))));
                    });
                }));
    }

    /** A page goes on from a cursor only where the change is still one of the same calendar. */
    private static String versionOf(Reference known) {
        return String.valueOf(known.calendar().version());
    }

    private static boolean isAtWork(Recomputations.Run run, Reference known) {
        return !run.ended() || run.state().calendarVersion() != known.calendar().version();
    }

    private CalendarChange change(NewCalendarVersionDto dto, String id, Reference known) {
        var today = Timeliness.dayOf(answers.moment());
        CalendarChange change =
                CalendarChanges.of(dto, Addressed.by(id, known.territory()).agencyId(), today);
        List<CalendarFault> faults = change.faults(known.calendar(), today);
        if (!faults.isEmpty()) {
            throw CalendarChanges.problem(faults);
        }
        return change;
    }

    private CalendarSimulationDto toDto(
            Simulation simulation, Optional<UUID> after, List<String> audience, Reference known) {
        List<Simulation.Move> moves = simulation.first();
        String next = simulation.isFull()
                ? cursors.seal(
                        audience, List.of(moves.getLast().clock().dossier().toString()))
                : null;
        CalendarSimulationDto dto = new CalendarSimulationDto(
                known.calendar().version() + 1,
                simulation.examined(),
                moves.stream().map(move -> SimulationMapping.toDto(move, known)).toList(),
                next);
        return after.isPresent() ? dto : dto.summary(SimulationMapping.summary(simulation, known));
    }

    @Override
    public Mono<RecomputationProgressDto> getRecomputationProgress(
            String id, Integer version, ServerWebExchange exchange) {
        return operator(exchange)
                .flatMap(_ -> reference.current())
                .doOnNext(known -> Addressed.by(id, known.territory()))
                .filter(known -> version <= known.calendar().version())
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)))
                .flatMap(_ -> recomputations.progress(version))
                .map(progress -> SimulationMapping.toDto(version, progress));
    }

    private Mono<Caller> operator(ServerWebExchange exchange) {
        return callers.of(exchange)
                .filter(caller -> caller.is(Role.OPERATOR))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.FORBIDDEN)));
    }
}
