package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;

/**
 * A member of staff saw personal data of dossiers.
 *
 * @param subject who, as {@link Caller#subject}
 * @param agency id of the agency for which the dossiers were seen; empty for an operator, who sees them for none
 * @param dossiers every one that was shown
 */
public record Access(
        String subject, Role role, Optional<Integer> agency, Purpose purpose, Instant at, List<UUID> dossiers) {

    public Access {
        dossiers = List.copyOf(dossiers);
    }

    /** What a dossier was shown for. */
    public enum Purpose {
        DOSSIER,
        HISTORY,
        DEADLINE,
        QUEUE,
        SEARCH
    }

    /** A dossier that is to be shown, with the agencies that have it. */
    public record Shown(UUID id, int receivingAgency, int competentAgency) {

        public static Shown of(Dossier dossier) {
            return new Shown(
                    dossier.id(),
                    dossier.routing().receivingAgency(),
                    dossier.routing().competentAgency());
        }

        public static Shown of(DossierSummary dossier) {
            return new Shown(dossier.id(), dossier.receivingAgency(), dossier.competentAgency());
        }

        private Optional<Integer> seenFrom(Caller caller) {
            return Stream.of(receivingAgency, competentAgency)
                    .filter(caller.agencies()::contains)
                    .findFirst();
        }
    }

    /** What is to be recorded before dossiers are shown: one access for each agency; none when citizens see their own. */
    public static List<Access> of(Caller caller, Purpose purpose, Instant at, List<Shown> shown) {
        return role(caller).map(role -> of(caller, role, purpose, at, shown)).orElse(List.of());
    }

    private static List<Access> of(Caller caller, Role role, Purpose purpose, Instant at, List<Shown> shown) {
        Map<Optional<Integer>, List<UUID>> byAgency = new LinkedHashMap<>();
        shown.forEach(one -> byAgency.computeIfAbsent(one.seenFrom(caller), _ -> new ArrayList<>())
                .add(one.id()));
        return byAgency.entrySet().stream()
                .map(seen -> new Access(caller.subject(), role, seen.getKey(), purpose, at, seen.getValue()))
                .toList();
    }

    private static Optional<Role> role(Caller caller) {
        return Stream.of(Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR, Role.OPERATOR, Role.MACHINE)
                .filter(caller::is)
                .findFirst();
    }
}
