package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A statement over dossiers asks for no more than its caller's reach (R-14), or says here why it need not. */
class ScopeRulesTest {

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern OVER_DOSSIERS = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|ONLY)\\s+"
            + "(?:dossier|dossier_party|dossier_private|dossier_event|dossier_access|code_registry)\\b");

    /** The agencies of staff, the person of a citizen, or the units of an auditor. */
    private static final Pattern REACH = Pattern.compile(
            "= ANY\\(:agencies\\)|unnest\\(CAST\\(:agencies AS|kind = :kind AND \\w\\.number = :number|="
                    + " ANY\\(:units\\)");

    private static final Pattern MEMBER =
            Pattern.compile("^    (?:[A-Za-z@].*?)?\\b(\\w+)(?:\\(.*| = ?.*|\\(.*\\) \\{)$", Pattern.MULTILINE);

    /** The statements without reach, and why. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("AccessTable.write", "keeps what was seen"),
            Map.entry("DossierEventTable.of", "of a dossier that the same request found within its scope"),
            Map.entry("DossierTable.importedAs", "tells a machine the tracking code of what it sent, and nothing else"),
            Map.entry("FilingStatement.statement", "makes a dossier"),
            Map.entry("ImportStatement.run", "makes a dossier"),
            Map.entry("LateSql.NOW", "sums of the cells that a question joins, which its caller may see"),
            Map.entry("LateSql.THEN", "as LateSql.NOW"),
            Map.entry("FigureSql.RECORDED_AFTER", "as LateSql.NOW"),
            Map.entry("LogAheadOfCluster.refusal", "the service's own look at the end of its log"),
            Map.entry("LogPageTable.whole", "only for auditors of the nation, whose reach is everything"),
            Map.entry("LogPositionTable.last", "how far the log is numbered; answers no event"),
            Map.entry("PartyTable.include", "yes or no, of a dossier that the same request found within its scope"),
            Map.entry(
                    "PartyTable.statement",
                    "who represents in a dossier that the same request found within its scope; asks who the caller is"
                            + " there"),
            Map.entry("PostgresDossierLists.progress", "anyone who holds a tracking code: the degree of completion"),
            Map.entry("QueueQuery.OF_ALL", "a part of QueueQuery.page"),
            Map.entry("QueueQuery.OF_A_PROCEDURE", "a part of QueueQuery.page"),
            Map.entry("RecheckTable.filed", "for the operator's command, which names ids and due moments"),
            Map.entry("RecheckTable.promises", "as RecheckTable.filed"),
            Map.entry("RecomputationStatement.run", "moves due moments by rule, for nobody"),
            Map.entry("RecomputationTable.begin", "how many clocks run"),
            Map.entry("RecomputationTable.end", "whether an event waits for its position"),
            Map.entry("RecomputationTable.followers", "as RecomputationTable.running"),
            Map.entry("RecomputationTable.running", "read by the service itself, and shown to nobody"),
            Map.entry("RoutingExceptionTable.count", "a metric"),
            Map.entry("RoutingExceptionTable.ofAll", "only for operators, who see every one, without personal data"),
            Map.entry("RowDossierSql.EVENTS", "around RowDossierSql.candidates, which has the units"),
            Map.entry("RowDossierSql.LATE", "a table of RowDossierSql.candidates, which has the units"),
            Map.entry(
                    "StepStatement.run", "moves the version of a dossier that the same request read within its scope"),
            Map.entry("RunningClockTable.page", "only for operators, who are told ids and due moments"),
            Map.entry("SummaryRow.SELECT", "what lists answer of the dossiers that they found"),
            Map.entry("WarningTable.due", "the service's own work, whose answer nobody sees"),
            Map.entry("WarningTable.told", "the service's own work, as WarningTable.due"),
            Map.entry("WarningTable.give", "the service's own events, of what WarningTable.due read")));

    @Test
    void everyStatementOverDossiersBindsTheReachOfItsCaller() {
        Map<String, String> unbound = new TreeMap<>();
        Stream.of("dossier", "reporting", "procedure", "territory", "identity", "platform", "reference")
                .flatMap(
                        capability -> Sources.files(Path.of("src/main/java/vn/motcua/" + capability), ".java").stream())
                .forEach(file -> unbound.putAll(unbound(file)));
        assertThat(new TreeSet<>(unbound.keySet())).isEqualTo(new TreeSet<>(EXCEPTIONS.keySet()));
    }

    private static Map<String, String> unbound(Path file) {
        String source = Sources.read(file);
        String type = file.getFileName().toString().replace(".java", "");
        Map<String, String> statements = LITERAL.matcher(source)
                .results()
                .collect(Collectors.toMap(
                        text -> type + "." + member(source, text), MatchResult::group, (one, other) -> one + other));
        statements
                .values()
                .removeIf(statement -> !OVER_DOSSIERS.matcher(statement).find()
                        || REACH.matcher(statement).find());
        return statements;
    }

    /** The method or constant in which a literal stands. */
    private static String member(String source, MatchResult literal) {
        return MEMBER.matcher(source.substring(0, literal.start()))
                .results()
                .map(found -> found.group(1))
                .reduce("", (before, last) -> last);
    }
}
