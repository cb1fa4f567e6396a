package vn.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bodies that are cheap to send and dear to judge. */
class LargeBodiesTest extends EdgeTestServer {

    @Test
    void noAnswerListsMoreThanAHundredErrors() {
        Map<?, ?> answer = refused(send("/acceptances", unknownMembers(150)), "unknown-field");
        assertThat((List<?>) answer.get("errors")).hasSize(100);
        assertThat((String) answer.get("detail")).contains("100");
        assertThat((String) refused(send("/acceptances", unknownMembers(100)), "unknown-field")
                        .get("detail"))
                .doesNotContain("100");
    }

    @Test
    void noTextRuleListsMoreEither() {
        String form = IntStream.range(0, 150).mapToObj(at -> "\"\\u200b\"").collect(Collectors.joining(","));
        Map<?, ?> answer = refused(send("/filings", "{\"form\": {\"a\": [" + form + "]}}"), "invalid-text");
        assertThat((List<?>) answer.get("errors")).hasSize(100);
    }

    @Test
    void aBodyOfManyPartsIsTooLarge() {
        refused(send("/acceptances", unknownMembers(75_000)), "payload-too-large");
        refused(send("/acceptances", unknownMembers(5_000)), "payload-too-large");
    }

    @Test
    void aFormMayHaveMoreParts() {
        refused(send("/filings", "{\"form\": " + unknownMembers(6_000) + "}"), "missing-field");
        refused(send("/filings", "{\"form\": " + unknownMembers(10_000) + "}"), "payload-too-large");
    }

    private static String unknownMembers(int count) {
        return IntStream.range(0, count).mapToObj(at -> "\"m" + at + "\":1").collect(Collectors.joining(",", "{", "}"));
    }
}
