package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;
import vn.motcua.identity.Person;

/** What the intake rules say of a filing: it can be filed so, or everything that is wrong with it at once. */
public sealed interface Examination {

    /**
     * It can be filed so.
     *
     * @param representation empty when the applicant hands it in
     */
    record Admissible(Routing routing, Matter matter, Person owner, Optional<Representation> representation)
            implements Examination {

        /** What the applicant hands in. */
        public Admissible(Routing routing, Matter matter, Person owner) {
            this(routing, matter, owner, Optional.empty());
        }
    }

    /**
     * Not to be filed so.
     *
     * @param choices what to choose from when the filing leaves a choice open
     */
    record Faulty(List<Fault> faults, List<String> choices) implements Examination {
        public Faulty {
            faults = List.copyOf(faults);
            choices = List.copyOf(choices);
        }
    }
}
