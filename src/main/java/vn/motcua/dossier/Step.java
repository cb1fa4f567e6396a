package vn.motcua.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.identity.Role;

/** The steps of the life cycle: from which status, and by whom (Decree 118/2025 articles 17 to 22). */
public enum Step {
    ACCEPTANCE("acceptance", DossierStatus.REGISTERED),
    REFUSAL("refusal", DossierStatus.REGISTERED),
    HAND_OVER("hand-over", DossierStatus.ACCEPTED),
    COMPLETION("completion", DossierStatus.IN_PROCESS),
    RETURN("return", DossierStatus.FINISHED);

    private final String path;
    private final DossierStatus from;

    Step(String path, DossierStatus from) {
        this.path = path;
        this.from = from;
    }

    /** Its name in the API. */
    public String path() {
        return path;
    }

    public boolean isFrom(Optional<DossierStatus> status) {
        return status.filter(from::equals).isPresent();
    }

    /** The role in which a caller may take it; empty when none of the caller's roles ever may. */
    public Optional<Role> actorAmong(Set<Role> roles) {
        return actors().filter(roles::contains).findFirst();
    }

    private Stream<Role> actors() {
        return switch (this) {
            case ACCEPTANCE, REFUSAL, HAND_OVER, RETURN -> Stream.of(Role.CLERK);
            case COMPLETION -> Stream.of(Role.OFFICER, Role.LEADER);
        };
    }

    public static Step of(Command command) {
        return switch (command) {
            case Command.Accept _ -> ACCEPTANCE;
            case Command.Refuse _ -> REFUSAL;
            case Command.HandOver _ -> HAND_OVER;
            case Command.Complete _ -> COMPLETION;
            case Command.Return _ -> RETURN;
        };
    }

    /** What a dossier in this status can do next. */
    public static List<Step> allowedFrom(Optional<DossierStatus> status) {
        return Arrays.stream(values()).filter(step -> step.isFrom(status)).toList();
    }
}
