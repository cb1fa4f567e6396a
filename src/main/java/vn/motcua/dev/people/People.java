package vn.motcua.dev.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.motcua.identity.Person;

/** Made-up citizens, each known by a number alone. Names are as common as in life; nobody is meant. */
public final class People {

    /** How many there are. */
    public static final int COUNT = 20_000_000;

    private static final LocalDate OLDEST = LocalDate.of(1945, 1, 1);
    private static final int DAYS = 22_000;
    private static final int PROVINCES = 96;
    private static final int NUMBERS = 1_000_000;

    private static final Names FAMILY = Names.of("family");
    private static final Names MIDDLE = Names.of("middle");
    private static final Names GIVEN = Names.of("given");

    private People() {}

    /**
     * The citizen with a number.
     *
     * @param number from 0, less than {@link #COUNT}
     */
    public static Person citizen(int number) {
        Chance chance = Chance.of(0, 0, number);
        String name = FAMILY.drawn(chance) + " " + MIDDLE.drawn(chance) + " " + GIVEN.drawn(chance);
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

    /** Texts, drawn as often as their weights say. */
    private record Names(List<String> texts, int[] upTo) {

        static Names of(String kind) {
            List<String> texts = new ArrayList<>();
            List<Integer> upTo = new ArrayList<>();
            for (String[] line : lines()) {
                if (line[0].equals(kind)) {
                    texts.add(line[1]);
                    upTo.add((upTo.isEmpty() ? 0 : upTo.getLast()) + Integer.parseInt(line[2]));
                }
            }
            return new Names(texts, upTo.stream().mapToInt(Integer::intValue).toArray());
        }

        private static List<String[]> lines() {
            try (var file = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(People.class.getResourceAsStream("names.csv")), StandardCharsets.UTF_8))) {
                return file.lines().skip(1).map(line -> line.split(",")).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        String drawn(Chance chance) {
            int ticket = chance.below(upTo[upTo.length - 1]);
            int at = 0;
            while (upTo[at] <= ticket) {
                at++;
            }
            return texts.get(at);
        }
    }
}
