package vn.motcua.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.motcua.procedure.PublishedColumns;
import vn.motcua.procedure.PublishedProcedure;

/** What the files of an import say, line by line, as far as each line can be understood by itself. */
public final class Tables {

    private final Set<SourceFile> files = EnumSet.noneOf(SourceFile.class);
    private final Map<SourceFile, Set<String>> keys = new EnumMap<>(SourceFile.class);
    private final Map<SourceFile, Set<String>> mentioned = new EnumMap<>(SourceFile.class);
    private final BadLines bad = new BadLines();
    private boolean whole = true;

    private final Map<SourceFile, List<UnitRow>> units = new EnumMap<>(SourceFile.class);
    private final List<SuccessionRow> successions = new ArrayList<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private final List<AgencyCodeRow> agencyCodes = new ArrayList<>();
    private final List<HolidayRow> holidays = new ArrayList<>();
    private final List<ProcedureRow> procedures = new ArrayList<>();

    /** Says that the import has this file, even if no line of it is good. */
    public void begin(SourceFile file) {
        files.add(file);
    }

    /** Takes a line in, or notes why it is bad. */
    public void add(Line line) {
        mentioned
                .computeIfAbsent(line.file(), none -> new HashSet<>())
                .add(line.cells().getOrDefault("code", ""));
        try {
            understood(line);
        } catch (Line.Bad reason) {
            bad.add(reason.line());
        }
    }

    private void understood(Line line) {
        switch (line.file()) {
            case UNITS_2024, UNITS_2025 ->
                keep(
                        UnitRow.of(line),
                        UnitRow::code,
                        line,
                        units.computeIfAbsent(line.file(), none -> new ArrayList<>()));
            case UNIT_SUCCESSION ->
                keep(
                        SuccessionRow.of(line),
                        row -> row.oldCode().orElse("") + "->" + row.newCode().orElse(""),
                        line,
                        successions);
            case UNITS_CHANGES_2026 -> keep(ChangeRow.of(line), row -> row.day() + "." + row.code(), line, changes);
            case AGENCY_CODES -> keep(AgencyCodeRow.of(line), AgencyCodeRow::identifier, line, agencyCodes);
            case HOLIDAYS -> keep(HolidayRow.of(line), row -> row.day().day().toString(), line, holidays);
            case PROCEDURES -> procedure(line);
        }
    }

    private void procedure(Line line) {
        switch (PublishedColumns.read(column -> line.cells().getOrDefault(column, ""))) {
            case PublishedProcedure.Reading.Read(PublishedProcedure page) ->
                keep(
                        new ProcedureRow(line.place(), page),
                        row -> row.page().code().value(),
                        line,
                        procedures);
            case PublishedProcedure.Reading.Faulty(List<PublishedProcedure.ColumnFault> faults) ->
                faults.forEach(fault ->
                        bad.add(line.bad(reason(fault.kind()), fault.column()).line()));
        }
    }

    private static Reason reason(PublishedProcedure.FaultKind kind) {
        return switch (kind) {
            case MISSING -> Reason.MISSING_VALUE;
            case MALFORMED_CODE -> Reason.MALFORMED_CODE;
            case MALFORMED_NUMBER -> Reason.MALFORMED_NUMBER;
            case MALFORMED_TERM -> Reason.MALFORMED_TERM;
            case UNKNOWN_CHANNEL, UNKNOWN_LEVEL, UNKNOWN_UNIT -> Reason.UNKNOWN_VALUE;
        };
    }

    /** Past a thousand bad lines nothing will be planned, so nothing more is kept. */
    private <R> void keep(R row, Function<R, String> key, Line line, List<R> rows) {
        if (bad.count() > BadLines.MOST) {
            whole = false;
            return;
        }
        if (!keys.computeIfAbsent(line.file(), none -> new HashSet<>()).add(key.apply(row))) {
            throw line.bad(Reason.DUPLICATE_KEY, key.apply(row));
        }
        rows.add(row);
    }

    /** Notes a line that is not even sound as CSV. */
    public void addUnsound(BadLine line, boolean restWasRead) {
        bad.add(line);
        whole &= restWasRead;
    }

    /** False when a file was not read to its end; then nothing can be said of what the lines mean together. */
    boolean areWhole() {
        return whole;
    }

    /** Whether a line of the file, be it good or bad, has this code. */
    boolean mentions(SourceFile file, String code) {
        return mentioned.getOrDefault(file, Set.of()).contains(code);
    }

    public boolean has(SourceFile file) {
        return files.contains(file);
    }

    /** The lines that are bad in themselves. */
    public BadLines bad() {
        return bad;
    }

    List<UnitRow> units(SourceFile file) {
        return units.getOrDefault(file, List.of());
    }

    List<SuccessionRow> successions() {
        return successions;
    }

    List<ChangeRow> changes() {
        return changes;
    }

    List<AgencyCodeRow> agencyCodes() {
        return agencyCodes;
    }

    List<HolidayRow> holidays() {
        return holidays;
    }

    List<ProcedureRow> procedures() {
        return procedures;
    }
}
