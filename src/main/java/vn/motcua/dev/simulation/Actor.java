package vn.motcua.dev.simulation;

import java.util.Optional;
import java.util.Set;
import vn.motcua.dev.DevIssuers;
import vn.motcua.dev.people.People;
import vn.motcua.dossier.Step;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.procedure.Channel;

/**
 * Who acts: as a query of {@code /dev/token}, and as the caller that its token makes.
 *
 * @param token the value of {@code as}, with what follows it
 */
record Actor(String token, Caller caller) {

    static Actor filing(Draft draft) {
        return draft.channel() == Channel.ONLINE ? citizen(draft.person()) : staff("clerk", Role.CLERK, draft.desk());
    }

    static Actor of(Step step, Draft draft) {
        return switch (step) {
            case ACCEPTANCE, REFUSAL, ROUTING, HAND_OVER, RETURN -> staff("clerk", Role.CLERK, draft.desk());
            case REPRESENTATION_END -> throw new IllegalArgumentException("In simulations all file for themselves");
            case RECEPTION, COMPLETION -> staff("officer", Role.OFFICER, draft.agency());
        };
    }

    private static Actor citizen(int number) {
        String slug = "simulated-" + number;
        return new Actor(
                slug,
                new Caller(
                        DevIssuers.CITIZENS + "|" + slug,
                        Set.of(Role.CITIZEN),
                        Optional.of(People.citizen(number)),
                        Set.of(),
                        Optional.empty()));
    }

    private static Actor staff(String persona, Role role, int agency) {
        return new Actor(
                persona + "&agency=" + agency,
                new Caller(
                        DevIssuers.AGENCIES + "|" + persona + "@agency-" + agency,
                        Set.of(role),
                        Optional.empty(),
                        Set.of(agency),
                        Optional.empty()));
    }
}
