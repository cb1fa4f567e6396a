package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables, as the README takes them; said line by line while the run goes on. */
final class Report {

    private final List<Measured> measured = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String machine = "";

    void machine(String line) {
        machine = line;
        System.out.println(line);
    }

    void add(Measured line) {
        measured.add(line);
        System.out.println(row(line));
    }

    void note(String note) {
        notes.add(note);
        System.out.println("- " + note);
    }

    List<Goal> goals() {
        return Goal.of(measured);
    }

    void write(Path file) throws IOException {
        String text = text();
        System.out.println(text);
        Files.writeString(file, text);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(machine + ".");
        lines.add("");
        lines.add("| what | by | load | a second | p50 ms | p99 ms | errors | CPU s per 1,000: service | PostgreSQL"
                + " | generator |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        measured.forEach(line -> lines.add(row(line)));
        lines.add("");
        lines.add("| goal | wanted | reached | |");
        lines.add("|---|---|---|---|");
        goals().forEach(goal -> lines.add("| %s | %s | %s | %s |"
                .formatted(goal.what(), goal.wanted(), goal.reached(), goal.met() ? "met" : "**missed**")));
        lines.add("");
        notes.forEach(note -> lines.add("- " + note));
        return String.join("\n", lines) + "\n";
    }

    static String row(Measured line) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        line.what(),
                        line.by(),
                        line.load(),
                        number(line.rate(), line.rate() < 100 ? "%.1f" : "%,.0f"),
                        number(line.p50(), "%.2f"),
                        number(line.p99(), "%.2f"),
                        refusals(line),
                        number(line.cpu().service(), "%.3f"),
                        number(line.cpu().database(), "%.3f"),
                        number(line.cpu().generator(), "%.3f"));
    }

    private static String refusals(Measured line) {
        return line.errors() == 0
                ? "0"
                : line.errors() + " of " + line.refusals().keySet();
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
