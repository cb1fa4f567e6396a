package vn.motcua.dev.simulation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import vn.motcua.platform.StartRefused;

/** The options of a command, as {@code --dossiers=1000}. */
record Options(ApplicationArguments arguments, String command) {

    private static final int MOST = 50_000_000;

    boolean areMeant() {
        return arguments.getNonOptionArgs().stream().findFirst().equals(Optional.of(command));
    }

    /**
     * A whole number from 1.
     *
     * @throws StartRefused when it is none
     */
    int number(String name, int usual) {
        String text = text(name, String.valueOf(usual));
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > MOST) {
            throw new StartRefused("--" + name + " is a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    /**
     * A day, as {@code 2026-06-30}.
     *
     * @throws StartRefused when it is none
     */
    LocalDate day(String name, String usual) {
        try {
            return LocalDate.parse(text(name, usual));
        } catch (DateTimeException unreadable) {
            throw new StartRefused("--" + name + " is a day such as " + usual, unreadable);
        }
    }

    private String text(String name, String usual) {
        List<String> values =
                Optional.ofNullable(arguments.getOptionValues(name)).orElse(List.of(usual));
        return values.size() == 1 ? values.getFirst() : "";
    }
}
