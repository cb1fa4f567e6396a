package vn.motcua.platform.web;

import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import vn.motcua.platform.db.DatabaseUnavailable;
import vn.motcua.platform.db.OutcomeUnknown;
import vn.motcua.platform.db.Overloaded;

/** What an exception means to the caller. Empty when it means nothing: then it is our fault. */
final class Refusals {

    private Refusals() {}

    static Optional<Problem> of(Throwable error) {
        return switch (error) {
            case Problem problem -> Optional.of(problem);
            case Overloaded overloaded -> refused(ProblemType.OVERLOADED);
            case OutcomeUnknown unknown -> refused(ProblemType.OUTCOME_UNKNOWN);
            case DatabaseUnavailable down -> refused(ProblemType.DATABASE_UNAVAILABLE);
            case DataBufferLimitException tooLong -> refused(ProblemType.PAYLOAD_TOO_LARGE);
            case AuthenticationException unknown -> Optional.of(TokenRefusals.of(unknown));
            case AccessDeniedException denied -> refused(ProblemType.FORBIDDEN);
            case MissingRequestValueException missing -> Optional.of(parameter(missing.getName()));
            case ServerWebInputException input -> Optional.of(input(input));
            case ResponseStatusException status -> byStatus(status.getStatusCode());
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> refused(ProblemType type) {
        return Optional.of(new Problem(type));
    }

    /** The name is the contract's own, not the caller's. */
    private static Problem parameter(String name) {
        return new Problem(ProblemType.INVALID_PARAMETER).with("parameter", name);
    }

    private static Problem input(ServerWebInputException input) {
        MethodParameter parameter = input.getMethodParameter();
        if (parameter == null) {
            return new Problem(ProblemType.INVALID_REQUEST);
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return new Problem(ProblemType.MALFORMED_JSON);
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return new Problem(ProblemType.MALFORMED_ID);
        }
        String name = parameter.getParameterName();
        return name == null ? new Problem(ProblemType.INVALID_PARAMETER) : parameter(name);
    }

    private static Optional<Problem> byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> refused(ProblemType.INVALID_REQUEST);
            case 404 -> refused(ProblemType.NOT_FOUND);
            case 405 -> refused(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> refused(ProblemType.NOT_ACCEPTABLE);
            case 408 -> refused(ProblemType.REQUEST_TIMEOUT);
            case 413 -> refused(ProblemType.PAYLOAD_TOO_LARGE);
            case 415 -> refused(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            default -> Optional.empty();
        };
    }
}
