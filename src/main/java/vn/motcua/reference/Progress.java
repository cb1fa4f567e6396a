package vn.motcua.reference;

import java.util.List;
import java.util.Optional;

/**
 * How far a running import is.
 *
 * @param files in the order in which they are read
 */
public record Progress(Stage stage, List<FileProgress> files) {

    public Progress {
        files = List.copyOf(files);
    }

    /** What it does just now. */
    public enum Stage {
        WAITING,
        READING,
        PLANNING,
        WRITING,
        ENDED
    }

    /**
     * How far a file is read.
     *
     * @param linesTotal empty until the file has been read to its end
     */
    public record FileProgress(SourceFile file, int linesRead, Optional<Integer> linesTotal) {}
}
