package vn.motcua.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The one folder in which files lie while they come in and until they are read. A process that was killed deletes nothing:
 * the next one that starts does. What is younger than an upload may take may belong to another process that still runs.
 */
@Component
class UploadFolder {

    private final Path folder;

    UploadFolder(UploadProperties place, EdgeProperties limits, InstantSource clock) {
        this.folder = place.folder();
        Instant oldest = clock.instant().minus(limits.uploadTime());
        try {
            Files.createDirectories(folder);
            for (Path left : entries()) {
                deleteIfOlder(left, oldest);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** A new folder in it, for one request. */
    Path create() throws IOException {
        return Files.createTempDirectory(folder, "motcua-upload-");
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Its owner may delete it meanwhile. */
    private static void deleteIfOlder(Path left, Instant oldest) throws IOException {
        try {
            if (Files.getLastModifiedTime(left).toInstant().isBefore(oldest)) {
                FileSystemUtils.deleteRecursively(left);
            }
        } catch (NoSuchFileException gone) {
            return;
        }
    }
}
