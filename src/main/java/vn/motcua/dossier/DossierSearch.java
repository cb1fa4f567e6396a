package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a desk looks for. Everything that is given must fit. */
public record DossierSearch(Optional<String> text, Optional<String> phone, Optional<String> citizenId) {

    /** What is wrong with it, all at once; empty when it can be answered. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (Stream.of(text, phone, citizenId).allMatch(Optional::isEmpty)) {
            faults.add(new Fault("/text", "missing-field"));
        }
        text.filter(words -> SearchKey.ofText(words).stream().noneMatch(SearchKey::isBeginning))
                .ifPresent(nothing -> faults.add(new Fault("/text", "too-short")));
        phone.filter(number -> PhoneNumber.of(number).isEmpty())
                .ifPresent(nothing -> faults.add(new Fault("/phone", "invalid-format")));
        return faults;
    }

    /** The keys that an applicant must have. */
    public List<SearchKey> keys() {
        return Stream.of(
                        text.stream().flatMap(words -> SearchKey.ofText(words).stream()),
                        phone.flatMap(PhoneNumber::of).map(SearchKey::of).stream(),
                        citizenId.map(SearchKey::ofNumber).stream())
                .flatMap(keys -> keys)
                .toList();
    }

    /** Never the person: logs and messages must not identify anybody. */
    @Override
    public String toString() {
        return "DossierSearch[]";
    }
}
