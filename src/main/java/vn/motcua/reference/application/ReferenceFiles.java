package vn.motcua.reference.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.platform.csv.CsvFault;
import vn.motcua.platform.csv.CsvFile;
import vn.motcua.platform.csv.CsvLimits;
import vn.motcua.platform.csv.CsvLine;
import vn.motcua.platform.csv.CsvListener;
import vn.motcua.reference.BadLine;
import vn.motcua.reference.Line;
import vn.motcua.reference.Progress.Stage;
import vn.motcua.reference.Reason;
import vn.motcua.reference.SourceFile;
import vn.motcua.reference.Tables;

/** Reads the files of an import, one after another. */
final class ReferenceFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceFiles.class);

    private ReferenceFiles() {}

    /**
     * Everything that the files say, and every line that is bad in itself.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    static Tables read(Running running) {
        running.enter(Stage.READING);
        var tables = new Tables();
        running.files().forEach((file, path) -> read(file, path, tables, running));
        return tables;
    }

    /** What is too large by its size alone is not even opened. */
    private static void read(SourceFile file, Path path, Tables tables, Running running) {
        tables.begin(file);
        var listener = new Listener(file, tables, running);
        try {
            if (Files.size(path) > CsvLimits.USUAL.bytes()) {
                listener.fault(1, CsvFault.FILE_TOO_LARGE, "");
                return;
            }
            try (InputStream bytes = Files.newInputStream(path)) {
                CsvFile.read(bytes, file.columns(), file.optionalColumns(), limits(file), listener);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        running.readWhole(file);
        LOG.info("{}: {} lines read", file.fileName(), running.linesRead(file));
    }

    private static CsvLimits limits(SourceFile file) {
        return new CsvLimits(CsvLimits.USUAL.bytes(), file.lines(), CsvLimits.USUAL.lineLength());
    }

    private record Listener(SourceFile file, Tables tables, Running running) implements CsvListener {

        @Override
        public void line(CsvLine line) {
            tables.add(new Line(file, line.number(), line.cells()));
        }

        @Override
        public void fault(int line, CsvFault fault, String detail) {
            tables.addUnsound(new BadLine(file, line, reason(fault), detail), fault.restIsRead());
        }

        @Override
        public void progress(int lines) {
            running.read(file, lines);
        }

        private static Reason reason(CsvFault fault) {
            return Reason.valueOf(fault.name());
        }
    }
}
