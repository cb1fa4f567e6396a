package vn.motcua.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The version of the schema, as the newest migration's number. */
record Schema(int version) {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.+\\.sql");

    /** What this program was written for. */
    static final Schema KNOWN = newestMigration();

    private static Schema newestMigration() {
        try {
            Resource[] migrations =
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
            return new Schema(
                    Arrays.stream(migrations).mapToInt(Schema::number).max().orElse(0));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int number(Resource migration) {
        Matcher name =
                MIGRATION.matcher(Optional.ofNullable(migration.getFilename()).orElse(""));
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }
}
