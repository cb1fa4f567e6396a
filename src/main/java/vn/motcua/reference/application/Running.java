package vn.motcua.reference.application;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.reference.Progress;
import vn.motcua.reference.Progress.FileProgress;
import vn.motcua.reference.Progress.Stage;
import vn.motcua.reference.SourceFile;

/** An import that this instance runs or is about to run. One thread moves it on, another reads how far it is. */
public final class Running {

    private final UUID id;
    private final Map<SourceFile, Path> files;
    private final boolean dryRun;
    private final LocalDate today;
    private final Map<SourceFile, Integer> linesRead = new ConcurrentHashMap<>();
    private final Map<SourceFile, Integer> linesTotal = new ConcurrentHashMap<>();
    private volatile Stage stage = Stage.WAITING;

    /**
     * Waiting to be run.
     *
     * @param today the first day of what becomes known only by this import
     */
    public Running(UUID id, Map<SourceFile, Path> files, boolean dryRun, LocalDate today) {
        this.id = id;
        this.files = new EnumMap<>(files);
        this.dryRun = dryRun;
        this.today = today;
    }

    public UUID id() {
        return id;
    }

    boolean dryRun() {
        return dryRun;
    }

    LocalDate today() {
        return today;
    }

    Map<SourceFile, Path> files() {
        return files;
    }

    void enter(Stage next) {
        stage = next;
    }

    void read(SourceFile file, int lines) {
        linesRead.put(file, lines);
    }

    int linesRead(SourceFile file) {
        return linesRead.getOrDefault(file, 0);
    }

    void readWhole(SourceFile file) {
        linesTotal.put(file, linesRead(file));
    }

    /** As far as it is just now. */
    public Progress progress() {
        return new Progress(
                stage,
                files.keySet().stream()
                        .map(file -> new FileProgress(file, linesRead(file), Optional.ofNullable(linesTotal.get(file))))
                        .toList());
    }
}
