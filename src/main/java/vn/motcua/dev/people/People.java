package vn.motcua.dev.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import vn.motcua.identity.Person;

/** Made-up citizens, each known by a number alone. Names are as common as in life; nobody is meant. */
public final class People {

    /** How many there are. */
    public static final int COUNT = 20_000_000;

    private static final LocalDate OLDEST = LocalDate.of(1945, 1, 1);
    private static final int DAYS = 22_000;
    private static final int PROVINCES = 96;
    private static final int NUMBERS = 1_000_000;

    private static final Weighted<Name> FAMILY = names("family");
    private static final Weighted<Name> MIDDLE = names("middle");
    private static final Weighted<Name> GIVEN = names("given");

    private People() {}

    /**
     * The citizen with a number.
     *
     * @param number from 0, less than {@link #COUNT}
     */
    public static Person citizen(int number) {
        Chance chance = Chance.of(0, 0, number);
        String name = drawn(FAMILY, chance) + " " + drawn(MIDDLE, chance) + " " + drawn(GIVEN, chance);
        LocalDate born = OLDEST.plusDays(chance.below(DAYS));
        int century = born.getYear() < 2000 ? 0 : 2;
        String digits = String.format(
                Locale.ROOT,
                "%03d%d%02d%06d",
                1 + chance.below(PROVINCES),
                century + chance.below(2),
                born.getYear() % 100,
                Math.floorMod(number, NUMBERS));
        return new Person(Person.Kind.CITIZEN, digits, name, born.toString());
    }

    private record Name(String kind, String text, int weight) {}

    private static Weighted<Name> names(String kind) {
        return new Weighted<>(
                lines().map(line -> new Name(line.get(0), line.get(1), Integer.parseInt(line.get(2))))
                        .filter(name -> name.kind().equals(kind))
                        .toList(),
                Name::weight);
    }

    private static Stream<List<String>> lines() {
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(People.class.getResourceAsStream("names.csv")), StandardCharsets.UTF_8))) {
            return file.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String drawn(Weighted<Name> names, Chance chance) {
        return names.get(names.drawn(chance)).text();
    }
}
