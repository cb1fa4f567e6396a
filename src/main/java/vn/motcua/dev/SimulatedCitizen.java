package vn.motcua.dev;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.dev.people.People;
import vn.motcua.identity.Person;

/**
 * A made-up citizen whom simulations file for.
 *
 * @param number from 0, less than {@link People#COUNT}
 */
record SimulatedCitizen(int number) {

    private static final String BEGINNING = "simulated-";
    private static final Pattern SLUG = Pattern.compile(BEGINNING + "(0|[1-9][0-9]{0,8})");
    private static final int FULL_LEVEL = 2;

    static Optional<SimulatedCitizen> of(String slug) {
        return SLUG.matcher(slug)
                .results()
                .filter(found -> found.group().equals(slug))
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(number -> number < People.COUNT)
                .map(SimulatedCitizen::new)
                .findFirst();
    }

    String slug() {
        return BEGINNING + number;
    }

    Persona.Account.Citizen account() {
        Person person = People.citizen(number);
        return new Persona.Account.Citizen(person.number(), person.name(), person.dateOfBirth(), FULL_LEVEL);
    }
}
