package vn.motcua.deadline.web;

import java.util.List;
import java.util.stream.Stream;
import vn.motcua.deadline.OutsideCalendar;
import vn.motcua.deadline.TermChoice;
import vn.motcua.platform.web.FieldError;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;
import vn.motcua.procedure.Channel;

/** Every way a calculation is refused, as the caller sees it. */
final class DeadlineProblems {

    private static final FieldError UNKNOWN_AGENCY = new FieldError("/agency", ProblemType.UNKNOWN_AGENCY.slug());

    private DeadlineProblems() {}

    /** What was asked for and is not there: the term, the agency, or both. */
    static Problem notFound(TermChoice term, boolean agencyFound) {
        List<FieldError> agency = agencyFound ? List.of() : List.of(UNKNOWN_AGENCY);
        return switch (term) {
            case TermChoice.Chosen _ -> Problem.fields(agency);
            case TermChoice.UnknownProcedure() -> fields("/procedureCode", ProblemType.UNKNOWN_PROCEDURE, agency);
            case TermChoice.ChannelNotOffered(List<Channel> offered) ->
                fields("/channel", ProblemType.CHANNEL_NOT_OFFERED, agency)
                        .choices(offered.stream().map(Channel::name).toList());
            case TermChoice.CaseAmbiguous(List<String> cases) ->
                fields("/case", ProblemType.VARIANT_AMBIGUOUS, agency).choices(cases);
            case TermChoice.Unconfirmed() ->
                agencyFound ? new Problem(ProblemType.TERM_UNCONFIRMED) : Problem.fields(agency);
        };
    }

    static Problem outside(OutsideCalendar outside) {
        ProblemType type = switch (outside.side()) {
            case BEFORE -> ProblemType.CALENDAR_STARTS;
            case AFTER -> ProblemType.CALENDAR_ENDS;
        };
        return new Problem(type).with("day", outside.day());
    }

    private static Problem fields(String pointer, ProblemType type, List<FieldError> more) {
        return Problem.fields(Stream.concat(Stream.of(new FieldError(pointer, type.slug())), more.stream())
                .toList());
    }
}
