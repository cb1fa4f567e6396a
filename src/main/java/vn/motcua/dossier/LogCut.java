package vn.motcua.dossier;

/** What comes of asking for a stretch of the log. */
public sealed interface LogCut permits LogRange, LogCut.Wrong {

    /** There is no such stretch; {@code parameter} says it. */
    record Wrong(String parameter) implements LogCut {}
}
