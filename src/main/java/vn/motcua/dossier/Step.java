package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/** The steps of the life cycle: from which status, and by whom (Decree 118/2025 articles 17 to 22). */
public enum Step {
    ACCEPTANCE("acceptance"),
    REFUSAL("refusal"),
    ROUTING("routing"),
    HAND_OVER("hand-over"),
    RECEPTION("reception"),
    COMPLETION("completion"),
    RETURN("return"),
    REPRESENTATION_END("representation-end");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    /** Its name in the API. */
    public String path() {
        return path;
    }

    /** Whether the dossier can take it as it stands. */
    public boolean isOpenTo(Dossier dossier) {
        if (this == REPRESENTATION_END) {
            return true;
        }
        boolean settled = dossier.routing().settled();
        return dossier.status().filter(this::beginsAt).isPresent()
                && switch (this) {
                    case ACCEPTANCE -> settled;
                    case ROUTING -> !settled;
                    case RECEPTION -> dossier.awaitsReception();
                    case COMPLETION -> !dossier.isHeldForReception();
                    case REFUSAL, HAND_OVER, RETURN, REPRESENTATION_END -> true;
                };
    }

    private boolean beginsAt(DossierStatus status) {
        return switch (this) {
            case ACCEPTANCE, REFUSAL, ROUTING -> status == DossierStatus.REGISTERED;
            case HAND_OVER -> status == DossierStatus.ACCEPTED;
            case RECEPTION -> status == DossierStatus.ACCEPTED || status == DossierStatus.IN_PROCESS;
            case COMPLETION -> status == DossierStatus.IN_PROCESS;
            case RETURN -> status == DossierStatus.FINISHED;
            case REPRESENTATION_END -> true;
        };
    }

    /** The role in which a caller may take it; empty when none of the caller's roles ever may. */
    public Optional<Role> actorAmong(Set<Role> roles) {
        return actors().filter(roles::contains).findFirst();
    }

    private Stream<Role> actors() {
        return switch (this) {
            case ACCEPTANCE, REFUSAL, HAND_OVER, RETURN -> Stream.of(Role.CLERK);
            case ROUTING -> Stream.of(Role.CLERK, Role.OPERATOR);
            case RECEPTION -> Stream.of(Role.CLERK, Role.OFFICER);
            case COMPLETION -> Stream.of(Role.OFFICER, Role.LEADER);
            case REPRESENTATION_END -> Stream.of(Role.CITIZEN, Role.CLERK, Role.LEADER);
        };
    }

    /**
     * Whether it belongs to the caller's own dossier, or to an agency that the caller acts for: the desk that took the dossier in, or
     * who decides it.
     */
    public boolean belongsTo(Caller caller, Routing routing) {
        boolean receiving = caller.agencies().contains(routing.receivingAgency());
        boolean competent = caller.agencies().contains(routing.competentAgency());
        return switch (this) {
            case ACCEPTANCE, REFUSAL -> receiving;
            case ROUTING -> receiving || caller.is(Role.OPERATOR);
            case RECEPTION, COMPLETION -> competent;
            case HAND_OVER, RETURN -> receiving || competent;
            case REPRESENTATION_END -> receiving || competent || caller.is(Role.CITIZEN);
        };
    }

    public static Step of(Command command) {
        return switch (command) {
            case Command.Accept _ -> ACCEPTANCE;
            case Command.Refuse _ -> REFUSAL;
            case Command.Route _ -> ROUTING;
            case Command.HandOver _ -> HAND_OVER;
            case Command.Receive _ -> RECEPTION;
            case Command.Complete _ -> COMPLETION;
            case Command.Return _ -> RETURN;
            case Command.EndRepresentation _ -> REPRESENTATION_END;
        };
    }

    /** Whether a citizen must be as sure as the procedure asks: to take a right back, signing in is enough. */
    boolean asksForAssurance() {
        return this != REPRESENTATION_END;
    }

    /** What the dossier can do next; not what leads nowhere and depends on no status. */
    public static List<Step> openTo(Dossier dossier) {
        return Arrays.stream(values())
                .filter(step -> step != REPRESENTATION_END && step.isOpenTo(dossier))
                .toList();
    }
}
