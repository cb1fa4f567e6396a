package vn.motcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import vn.motcua.platform.Command;
import vn.motcua.platform.StartRefused;
import vn.motcua.platform.db.Foreground;
import vn.motcua.reference.BadLine;
import vn.motcua.reference.Flag;
import vn.motcua.reference.ImportReport;
import vn.motcua.reference.ImportState;
import vn.motcua.reference.SourceFile;
import vn.motcua.reference.application.ImportHere;
import vn.motcua.reference.application.ImportRegister.Entry;

/**
 * {@code java -jar motcua.jar import <folder> [--dry-run]}: loads the tables that lie in a folder, all or nothing, as the
 * role that serves, says what it did, and ends. With any bad line it changes nothing, names them and ends with 1.
 */
@Command(
        name = "import",
        settings = {"spring.r2dbc.url", "spring.r2dbc.username", "spring.r2dbc.password"})
@EnableAutoConfiguration
@ConfigurationPropertiesScan("vn.motcua.platform.db")
@ComponentScan({
    "vn.motcua.platform.config",
    "vn.motcua.platform.db",
    "vn.motcua.territory.db",
    "vn.motcua.procedure.db",
    "vn.motcua.calendar.db",
    "vn.motcua.reference.application",
    "vn.motcua.reference.db"
})
public class ImportCommand implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);

    private final ImportHere imports;

    ImportCommand(ImportHere imports) {
        this.imports = imports;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() != 2) {
            throw new StartRefused("Usage: import <folder> [--dry-run]");
        }
        boolean dryRun = arguments.containsOption("dry-run");
        Map<SourceFile, Path> files = filesIn(Path.of(words.get(1)));
        Entry ended = Foreground.run(imports.run(files, dryRun));
        ended.report().ifPresent(report -> say(report, ended));
        if (ended.state() != ImportState.DONE) {
            throw new StartRefused("Nothing was imported: " + reason(ended));
        }
        LOG.info("{}", dryRun ? "Dry run: nothing was changed" : "Imported");
    }

    private static Map<SourceFile, Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new StartRefused("There is no folder " + folder);
        }
        Map<SourceFile, Path> files = new EnumMap<>(SourceFile.class);
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : found.sorted().toList()) {
                String name = String.valueOf(path.getFileName());
                SourceFile.named(name)
                        .ifPresentOrElse(
                                file -> files.put(file, path), () -> LOG.info("{} is no table of the import", name));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (files.isEmpty()) {
            throw new StartRefused("The folder has none of these files: "
                    + Stream.of(SourceFile.values()).map(SourceFile::fileName).collect(Collectors.joining(", ")));
        }
        return files;
    }

    private static void say(ImportReport report, Entry ended) {
        report.firstBadLines().forEach(ImportCommand::say);
        if (report.badLines() > report.firstBadLines().size()) {
            LOG.error("and {} more", report.badLines() - report.firstBadLines().size());
        }
        if (ended.state() == ImportState.DONE) {
            report.flags().forEach(ImportCommand::say);
            report.doubts().forEach((doubt, count) -> LOG.info("flagged {}: {} procedures", Flag.slug(doubt), count));
            report.changes()
                    .forEach(change ->
                            LOG.info("{}: {} added, {} ended", change.subject(), change.added(), change.ended()));
            report.calendar()
                    .ifPresent(calendar -> LOG.info(
                            "The calendar is known until {}; days added {}, removed {}, changed {}",
                            calendar.knownUntil(),
                            calendar.added(),
                            calendar.removed(),
                            calendar.changed()));
            if (report.changes().isEmpty()) {
                LOG.info("Nothing to change");
            }
            LOG.info("{}", report.overview());
        }
    }

    private static void say(BadLine bad) {
        LOG.error(
                "{} line {}: {} {}",
                bad.file().fileName(),
                bad.line(),
                bad.reason().english(),
                bad.detail());
    }

    private static void say(Flag flag) {
        LOG.warn("{} line {}: {} {}", flag.file().fileName(), flag.line(), flag.code(), Flag.slug(flag.doubt()));
    }

    private static String reason(Entry ended) {
        return ended.report()
                .map(report -> report.badLines() + " bad lines")
                .orElseGet(() -> "the import " + ended.state());
    }
}
