package vn.motcua.identity.web;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.contract.EndOfAssignmentDto;
import vn.motcua.contract.NewStaffAssignmentDto;
import vn.motcua.contract.StaffApi;
import vn.motcua.contract.StaffAssignmentDto;
import vn.motcua.contract.StaffAssignmentPageDto;
import vn.motcua.identity.Assignment;
import vn.motcua.identity.Assignment.Placement;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.application.AssignStaff;
import vn.motcua.identity.application.AssignmentRefused;
import vn.motcua.identity.application.AssignmentRefused.Reason;
import vn.motcua.platform.web.Cursors;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.IdempotencyKey;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** HTTP for who of the staff is what, and where. */
@RestController
class StaffController implements StaffApi {

    private static final String ASSIGNMENTS = "/api/v1/staff-assignments/";

    private final AssignStaff staff;
    private final Callers callers;
    private final Cursors cursors;
    private final InstantSource clock;

    StaffController(AssignStaff staff, Callers callers, Cursors cursors, InstantSource clock) {
        this.staff = staff;
        this.callers = callers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** One more than asked for is read: it tells whether there is a next page. */
    @Override
    public Mono<StaffAssignmentPageDto> listStaffAssignments(
            Integer limit, @Nullable String cursor, ServerWebExchange exchange) {
        return callers.of(exchange)
                .flatMap(caller ->
                        staff.list(caller, after(caller, cursor), limit + 1).map(found -> page(caller, found, limit)))
                .onErrorMap(AssignmentRefused.class, StaffController::problem);
    }

    private int after(Caller caller, @Nullable String cursor) {
        return cursor == null
                ? 0
                : Integer.parseInt(cursors.position(audience(caller), cursor).getFirst());
    }

    private static List<String> audience(Caller caller) {
        return List.of("staff-assignments", caller.subject());
    }

    private StaffAssignmentPageDto page(Caller caller, List<Assignment> found, int limit) {
        List<Assignment> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? cursors.seal(
                        audience(caller), List.of(String.valueOf(shown.getLast().id())))
                : null;
        return new StaffAssignmentPageDto(
                shown.stream().map(StaffMapping::toDto).toList(), next);
    }

    /** Saying the same again answers the same: a key has nothing to protect; it must be one all the same. */
    @Override
    public Mono<StaffAssignmentDto> addStaffAssignment(
            Mono<NewStaffAssignmentDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        Instant moment = moment();
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(dto -> {
                    IdempotencyKey.optional(idempotencyKey);
                    return staff.add(caller, placement(dto), moment);
                }))
                .doOnNext(assignment -> created(assignment, exchange))
                .map(StaffMapping::toDto)
                .onErrorMap(AssignmentRefused.class, StaffController::problem);
    }

    private static void created(Assignment assignment, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.CREATED);
        exchange.getResponse().getHeaders().setLocation(URI.create(ASSIGNMENTS + assignment.id()));
    }

    @Override
    public Mono<StaffAssignmentDto> getStaffAssignment(Integer id, ServerWebExchange exchange) {
        return callers.of(exchange)
                .flatMap(caller -> staff.find(caller, id))
                .map(StaffMapping::toDto)
                .onErrorMap(AssignmentRefused.class, StaffController::problem);
    }

    @Override
    public Mono<StaffAssignmentDto> endStaffAssignment(
            Integer id, Mono<EndOfAssignmentDto> body, @Nullable String idempotencyKey, ServerWebExchange exchange) {
        Instant moment = moment();
        return callers.of(exchange)
                .flatMap(caller -> body.flatMap(dto -> {
                    IdempotencyKey.optional(idempotencyKey);
                    return staff.end(caller, id, dto.getValidTo(), moment);
                }))
                .map(StaffMapping::toDto)
                .onErrorMap(AssignmentRefused.class, StaffController::problem);
    }

    private Instant moment() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Placement placement(NewStaffAssignmentDto dto) {
        return new Placement(
                dto.getIssuer() + "|" + dto.getSubject(),
                Role.valueOf(dto.getRole().name()),
                Optional.ofNullable(dto.getAgency())
                        .filter(agency -> !agency.equals(StaffMapping.EVERY_AGENCY))
                        .map(Integer::valueOf),
                StaffMapping.EVERY_AGENCY.equals(dto.getAgency()),
                Optional.ofNullable(dto.getUnit()),
                dto.getValidFrom(),
                Optional.ofNullable(dto.getValidTo()));
    }

    private static Problem problem(AssignmentRefused refused) {
        return switch (refused.reasons().getFirst()) {
            case NEVER_THIS_ROLE -> new Problem(ProblemType.FORBIDDEN);
            case NOT_FOUND -> new Problem(ProblemType.NOT_FOUND);
            case INCOMPLETE -> new Problem(ProblemType.ASSIGNMENT_INCOMPLETE);
            case CONFLICTING -> new Problem(ProblemType.ASSIGNMENT_CONFLICT);
            case UNKNOWN_ISSUER, ROLE_NOT_OF_ISSUER, UNKNOWN_AGENCY, UNKNOWN_UNIT ->
                Problem.fields(
                        refused.reasons().stream().map(StaffController::field).toList());
            case CHANGING -> new Problem(ProblemType.OVERLOADED);
        };
    }

    private static FieldError field(Reason reason) {
        return switch (reason) {
            case UNKNOWN_ISSUER -> new FieldError("/issuer", "unknown-issuer");
            case ROLE_NOT_OF_ISSUER -> new FieldError("/role", "role-not-of-issuer");
            case UNKNOWN_AGENCY -> new FieldError("/agency", "unknown-agency");
            case UNKNOWN_UNIT -> new FieldError("/unit", "unknown-unit");
            case NEVER_THIS_ROLE, NOT_FOUND, INCOMPLETE, CONFLICTING, CHANGING ->
                throw new IllegalArgumentException("No fault of a field");
        };
    }
}
