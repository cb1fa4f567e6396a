package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import vn.motcua.identity.Person;

/** What became of a retold past: decided event by event, or everything that is wrong with it at once. */
public sealed interface Reenacted {

    /**
     * It can have gone so.
     *
     * @param happenings at least one, in their order
     */
    record Whole(Person owner, List<Happening> happenings) implements Reenacted {
        public Whole {
            happenings = List.copyOf(happenings);
        }

        /** As it stands today. */
        public Dossier dossier() {
            return happenings.getLast().after();
        }
    }

    /**
     * It cannot have gone so.
     *
     * @param choices what to choose from when the filing leaves a choice open
     */
    record Faulty(List<Fault> faults, List<String> choices) implements Reenacted {
        public Faulty {
            faults = List.copyOf(faults);
            choices = List.copyOf(choices);
        }
    }

    /**
     * One event of it.
     *
     * @param after the dossier as it stood then
     * @param words for the erasable table
     */
    record Happening(Dossier after, DossierEvent event, Map<String, Object> words) {
        public Happening {
            words = Map.copyOf(words);
        }

        /** Never the words: logs and messages must not identify anybody. */
        @Override
        public String toString() {
            return "Happening[" + event + "]";
        }
    }
}
