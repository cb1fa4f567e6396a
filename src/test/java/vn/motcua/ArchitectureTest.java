package vn.motcua;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.modulith.core.ApplicationModules;
import reactor.core.publisher.Flux;

/** The borders that the compiler does not see. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.motcua");

    private static final String[] NO_CAPABILITY = {"vn.motcua.platform", "vn.motcua.dev", "vn.motcua.contract"};
    private static final DescribedPredicate<JavaClass> DATABASE_CODE =
            resideInAPackage("vn.motcua.*.db..").and(DescribedPredicate.not(assignableTo(Throwable.class)));

    /** What cancels the work that it no longer wants. */
    private static final Set<String> CANCELLING = Set.of(
            "timeout",
            "take",
            "takeUntil",
            "takeUntilOther",
            "takeWhile",
            "zip",
            "zipWith",
            "zipWhen",
            "when",
            "or",
            "next",
            "first",
            "one",
            "single",
            "firstWithSignal",
            "firstWithValue",
            "switchMap",
            "hasElement");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(MotcuaApplication.class).verify();
    }

    @Test
    void capabilityRootsArePlainJava() {
        classes()
                .that()
                .resideInAPackage("vn.motcua.*")
                .and()
                .resideOutsideOfPackages(NO_CAPABILITY)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "vn.motcua.*"))
                .check(MAIN);
    }

    @Test
    void onlyTheWebKnowsTheContract() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.motcua.*.web..", "vn.motcua.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.contract..")
                .check(MAIN);
    }

    @Test
    void webNeverSeesTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.motcua.*.web..", "vn.motcua.*.application..")
                .should()
                .dependOnClassesThat(DATABASE_CODE)
                .check(MAIN);
    }

    @Test
    void databaseAndUseCasesNeverSeeTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage("vn.motcua.*.db..", "vn.motcua.*.application..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.*.web..")
                .check(MAIN);
    }

    @Test
    void nobodyDependsOnDevelopment() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.motcua.dev..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.dev..")
                .check(MAIN);
    }

    @Test
    void onlyTheShieldTouchesConnectionsAndTransactions() {
        Set<String> rows = Set.of("io.r2dbc.spi.Readable", "io.r2dbc.spi.Type", "io.r2dbc.spi.R2dbcType");
        DescribedPredicate<JavaClass> more = describe(
                "reach further than rows and types",
                type -> resideInAnyPackage(
                                        "io.r2dbc..",
                                        "org.springframework.r2dbc..",
                                        "org.springframework.transaction..",
                                        "org.springframework.jdbc..")
                                .test(type)
                        && !rows.contains(type.getName()));
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.motcua.platform.db..", "vn.motcua.dev..")
                .should()
                .dependOnClassesThat(more)
                .check(MAIN);
    }

    @Test
    void onlyDatabasePackagesReadRows() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.motcua.*.db..", "vn.motcua.dev..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.r2dbc..")
                .check(MAIN);
    }

    @Test
    void databaseMethodsReturnNoFlux() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("vn.motcua.*.db..")
                .should()
                .notHaveRawReturnType(assignableTo(Flux.class))
                .check(MAIN);
    }

    @Test
    void nobodySubscribesOrBlocksOutsideTheShield() {
        Set<String> ends = Set.of(
                "subscribe",
                "subscribeWith",
                "block",
                "blockOptional",
                "blockFirst",
                "blockLast",
                "toFuture",
                "toIterable",
                "toStream");
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.motcua.platform.db")
                .should()
                .accessTargetWhere(describe(
                        "a publisher is waited for",
                        access -> isOnPublisher(access)
                                && ends.contains(access.getTarget().getName())))
                .check(MAIN);
    }

    @Test
    void nothingInsideTheShieldCancelsButThePatienceOfTheCaller() {
        assertThat(MAIN.that(resideInAPackage("vn.motcua.platform.db")).stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(access -> CANCELLING.contains(access.getTarget().getName()))
                        .filter(access -> isOnPublisher(access) || isOnFetch(access))
                        .map(access -> access.getOriginOwner().getSimpleName() + "."
                                + access.getTarget().getName()))
                .as("both wait for work that goes on without them")
                .containsExactlyInAnyOrder("Database.timeout", "Lane.timeout");
    }

    private static boolean isOnPublisher(JavaAccess<?> access) {
        return access.getTargetOwner().isAssignableTo(Publisher.class);
    }

    private static boolean isOnFetch(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("org.springframework.r2dbc.core");
    }
}
