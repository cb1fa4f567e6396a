package vn.motcua.dev.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dev.people.People;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Command;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Step;
import vn.motcua.identity.Person;
import vn.motcua.procedure.ProcedureCode;

/** What is asked of the service, in the fewest words that are valid. */
final class Commands {

    private static final String LEADER = "Nguyễn Văn Ký";
    private static final String CLERK = "Trần Thị Trả";

    private Commands() {}

    /** The filing as the service reads {@link #body(Draft)}. */
    static Filing filing(Draft draft) {
        Person citizen = People.citizen(draft.person());
        return new Filing(
                new ProcedureCode(draft.procedure()),
                Optional.of(draft.caseCode()),
                Optional.empty(),
                Optional.of(String.valueOf(draft.agency())),
                draft.channel(),
                draft.delivery(),
                new Applicant(
                        Person.Kind.CITIZEN,
                        Optional.of(citizen.number()),
                        Optional.of(citizen.name()),
                        Optional.of(citizen.dateOfBirth())),
                List.of(),
                Map.of("applicant", draft.applicant(), "form", Map.of(), "attachments", List.of()));
    }

    static Map<String, Object> body(Draft draft) {
        return Map.of(
                "procedureCode",
                draft.procedure(),
                "case",
                draft.caseCode(),
                "competentAgency",
                String.valueOf(draft.agency()),
                "channel",
                draft.channel().name(),
                "resultDelivery",
                draft.delivery().name(),
                "applicant",
                draft.applicant());
    }

    /** A step; its words are the body of its request. */
    static Command of(Step step, Draft draft) {
        return switch (step) {
            case ACCEPTANCE -> new Command.Accept(Optional.empty());
            case REFUSAL -> new Command.Refuse("Thiếu giấy tờ");
            case HAND_OVER -> new Command.HandOver(Optional.empty());
            case RECEPTION -> new Command.Receive(Optional.empty());
            case COMPLETION -> completion(draft.fate().withResult());
            case RETURN -> new Command.Return(Map.of("deliveredBy", CLERK, "receivedBy", LEADER));
            case ROUTING -> throw new IllegalArgumentException("Who decides is known to every plan");
            case REPRESENTATION_END -> throw new IllegalArgumentException("In simulations all file for themselves");
        };
    }

    private static Command completion(boolean withResult) {
        return new Command.Complete(
                withResult,
                withResult
                        ? Map.of("resultDocument", Map.of("number", "1/KQ"), "signedBy", LEADER)
                        : Map.of("reason", "Không đủ điều kiện", "signedBy", LEADER));
    }
}
