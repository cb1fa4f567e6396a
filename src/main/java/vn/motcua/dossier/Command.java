package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A step that somebody asks for. Its words (reasons, names) never enter an event but for their salted hash. */
public sealed interface Command {

    /** The words that go to the erasable table; empty when there are none. */
    default Map<String, Object> words() {
        return Map.of();
    }

    private static Map<String, Object> remarked(Optional<String> remarks) {
        return remarks.<Map<String, Object>>map(text -> Map.of("remarks", text)).orElse(Map.of());
    }

    /** The desk takes the dossier in (status 2). */
    record Accept(Optional<String> remarks) implements Command {
        @Override
        public Map<String, Object> words() {
            return remarked(remarks);
        }
    }

    /** The desk refuses it before acceptance (status 3). */
    record Refuse(String reason) implements Command {
        @Override
        public Map<String, Object> words() {
            return Map.of("reason", reason);
        }
    }

    /** Somebody says which agency decides it, where our tables do not know. */
    record Route(String competentAgency, String reason) implements Command {
        @Override
        public Map<String, Object> words() {
            return Map.of("reason", reason);
        }
    }

    /** The competent agency has what another agency took in. */
    record Receive(Optional<String> remarks) implements Command {
        @Override
        public Map<String, Object> words() {
            return remarked(remarks);
        }
    }

    /** The desk hands it to the agency that processes it (status 4); by default the competent one. */
    record HandOver(Optional<String> toAgency) implements Command {}

    /** Processing ends (status 9), with a result or with the reason why there is none; {@code words} says which. */
    record Complete(boolean withResult, Map<String, Object> words) implements Command {
        public Complete {
            words = Map.copyOf(words);
        }
    }

    /**
     * Nobody represents the applicant any more.
     *
     * @param lastDay in Viet Nam, on which the representative still reads the dossier
     */
    record EndRepresentation(LocalDate lastDay, Optional<String> reason) implements Command {

        /** Never empty: with them the salt is kept, by which it can be shown which citizen said so. */
        @Override
        public Map<String, Object> words() {
            Map<String, Object> words = new HashMap<>();
            words.put("lastDay", lastDay.toString());
            reason.ifPresent(text -> words.put("reason", text));
            return words;
        }
    }

    /** The desk gives the result to the applicant (status 10). */
    record Return(Map<String, Object> words) implements Command {
        public Return {
            words = Map.copyOf(words);
        }
    }
}
