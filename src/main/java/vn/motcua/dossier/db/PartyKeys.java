package vn.motcua.dossier.db;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.dossier.PhoneNumber;
import vn.motcua.dossier.SearchKey;
import vn.motcua.dossier.application.Dossiers.Act;
import vn.motcua.identity.Person;

/**
 * Keys of applicants as lexemes. Each begins with the agency whose desk may find it, so that the index leads to an agency's
 * own Nguyễn and never through those of the nation.
 */
final class PartyKeys {

    private PartyKeys() {}

    /** The lexemes of a filing: for the agency that received it and the one that decides it. */
    static List<String> of(Act act, Person applicant) {
        List<SearchKey> keys = SearchKey.of(applicant, phone(act.words()));
        var routing = act.dossier().routing();
        return Stream.of(routing.receivingAgency(), routing.competentAgency())
                .distinct()
                .flatMap(agency -> keys.stream().map(key -> key.at(agency)))
                .toList();
    }

    private static Optional<PhoneNumber> phone(Map<String, Object> words) {
        return words.get("applicant") instanceof Map<?, ?> applicant && applicant.get("phone") instanceof String phone
                ? PhoneNumber.of(phone)
                : Optional.empty();
    }

    /**
     * All keys at one of the agencies, in the language of tsquery. Keys are letters, digits, plus and number signs: nothing
     * that this language reads as its own.
     */
    static String query(List<SearchKey> keys, Set<Integer> agencies) {
        return agencies.stream()
                .sorted()
                .map(agency -> keys.stream()
                        .map(key -> "'" + key.at(agency) + (key.isBeginning() ? "':*" : "'"))
                        .collect(Collectors.joining(" & ", "(", ")")))
                .collect(Collectors.joining(" | "));
    }
}
