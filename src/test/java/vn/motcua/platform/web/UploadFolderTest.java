package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UploadFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void startDeletesWhatAKilledProcessLeftAndNothingThatMayStillComeIn(@TempDir Path temporary) throws IOException {
        Path folder = temporary.resolve("uploads");
        Path left = Files.createDirectories(folder.resolve("motcua-upload-1"));
        Path part = Files.writeString(folder.resolve("1.multipart"), "left");
        Path coming = Files.createDirectories(folder.resolve("motcua-upload-2"));
        Files.writeString(left.resolve("part-0"), "left");
        Files.setLastModifiedTime(left, FileTime.from(NOW.minusSeconds(601)));
        Files.setLastModifiedTime(part, FileTime.from(NOW.minusSeconds(601)));
        Files.setLastModifiedTime(coming, FileTime.from(NOW.minusSeconds(599)));
        assertThat(uploads(folder).create()).hasParentRaw(folder).isDirectory();
        assertThat(left).doesNotExist();
        assertThat(part).doesNotExist();
        assertThat(coming).exists();
    }

    private static UploadFolder uploads(Path folder) {
        var limits = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("motcua.edge", EdgeProperties.class);
        return new UploadFolder(new UploadProperties(folder), limits, InstantSource.fixed(NOW));
    }
}
