package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    private static final Set<String> SLUGS =
            Arrays.stream(ProblemType.values()).map(ProblemType::slug).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void contractAndCodeNameTheSameProblems() {
        var contract = Contract.schemas()
                .path("ProblemType")
                .path("enum")
                .valueStream()
                .map(type -> type.stringValue().substring("urn:motcua:problem:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(contract).isEqualTo(SLUGS);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemHasWordsInEachLanguage(Language language) {
        var titled = ProblemTexts.of(language).stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.replace(".title", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        var detailed = ProblemTexts.of(language).stringPropertyNames().stream()
                .filter(key -> key.endsWith(".detail"))
                .map(key -> key.replace(".detail", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(titled).isEqualTo(SLUGS);
        assertThat(detailed).isEqualTo(SLUGS);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ProblemTexts.of(Language.VI).stringPropertyNames())
                .isEqualTo(ProblemTexts.of(Language.EN).stringPropertyNames());
    }

    @Test
    void detailNamesTheDayWhereItIsKnown() {
        var problem = new Problem(ProblemType.CALENDAR_ENDS);
        assertThat(ProblemTexts.detail(problem, Language.EN)).doesNotContain("{");
        assertThat(ProblemTexts.detail(problem.with("day", "2027-12-31"), Language.EN))
                .contains("2027-12-31");
        assertThat(ProblemTexts.detail(problem.with("day", "2027-12-31"), Language.VI))
                .contains("2027-12-31");
    }

    @Test
    void namesTheCommonFaultAndElseJustFields() {
        var number = new FieldError("/a", "malformed-citizen-id");
        var missing = new FieldError("/b", "missing-field");
        assertThat(Problem.fields(List.of(number, number)).type()).isEqualTo(ProblemType.MALFORMED_CITIZEN_ID);
        assertThat(Problem.fields(List.of(number, missing)).type()).isEqualTo(ProblemType.INVALID_FIELDS);
        assertThat(Problem.fields(List.of(new FieldError("/a", "too-long"))).type())
                .isEqualTo(ProblemType.INVALID_FIELDS);
    }
}
