package vn.motcua;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who needs the time is given it. */
class TimeRulesTest {

    private static final Map<String, Set<String>> WALL_CLOCKS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.time.InstantSource", Set.of("system"),
            "java.time.Clock",
                    Set.of(
                            "system",
                            "systemUTC",
                            "systemDefaultZone",
                            "tick",
                            "tickMillis",
                            "tickSeconds",
                            "tickMinutes"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.util.Calendar", Set.of("getInstance"),
            "java.util.Date", Set.of("<init>"));

    private static final Pattern CLOCK_OF_THE_DATABASE = Pattern.compile(
            "\\bnow\\s*\\(|'(now|today|tomorrow|yesterday)'|\\b(current_(timestamp|date|time)|local(timestamp|time)"
                    + "|(clock|statement|transaction)_timestamp|timeofday)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CALLS_BETWEEN_SESSIONS = Pattern.compile("\\b(LISTEN|NOTIFY|pg_notify)\\b");

    @Test
    void nobodyReadsTheWallClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.motcua.platform.config")
                .should()
                .accessTargetWhere(
                        describe("the wall clock or the machine's zone is read", TimeRulesTest::asksTheMachine))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.motcua"));
    }

    @Test
    void statementsAndMigrationsNeverAskTheDatabaseForTheTime() {
        assertThat(Sources.inStatements(CLOCK_OF_THE_DATABASE)).isEmpty();
    }

    @Test
    void nothingListensOrNotifies() {
        assertThat(Sources.inStatements(CALLS_BETWEEN_SESSIONS)).isEmpty();
    }

    @Test
    void testsRunInAForeignZone() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Pacific/Auckland");
    }

    @Test
    void testsRunOnTheJavaOfTheRelease() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return owner.startsWith("java.time.") && name.equals("now")
                || WALL_CLOCKS.getOrDefault(owner, Set.of()).contains(name);
    }
}
