package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Api;
import vn.motcua.Api.Reply;
import vn.motcua.MovableClock;
import vn.motcua.MovableClockIT;

/** Who an applicant is: numbers and names, what is refused, what is only told. */
@MovableClockIT
class PeopleIT {

    private static final String UNIT = "18544";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api(port);
        clock.moveTo("2026-05-04T09:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NGUYỄN VĂN MẪU",
                "  nguyễn   văn\u00a0mẫu ",
                "Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u",
            })
    void aNameIsTheTokensHoweverItIsCodedCasedAndSpaced(String name) {
        assertThat(warnings(online("fullName", name).is(201))).isEmpty();
    }

    /** C7: the number says who it is; the clerk is told that the letters are not what they seem. */
    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn V\u0430\u0306n Mẫu", "Nguyễn Văn \u041c\u1eabu", "\uff2eguyễn Văn Mẫu"})
    void lettersThatLookAlikeAreKeptAndShownToTheClerk(String name) {
        Reply filed = online("fullName", name).is(201);
        assertThat(warnings(filed)).containsExactly("/applicant/fullName look-alike-letters");
        Reply seen = api.get(api.token("clerk&unit=" + UNIT), "/api/v1/dossiers/" + filed.string("id"));
        assertThat(warnings(seen.is(200))).containsExactly("/applicant/fullName look-alike-letters");
        assertThat(Normalizer.normalize(seen.body().at("/applicant/fullName").asString(), Normalizer.Form.NFC))
                .isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @CsvSource({
        "fullName, Nguyễn Văn Mâu",
        "fullName, Nguyen Van Mau",
        "citizenId, 042192005678",
        "dateOfBirth, 1990-05-18"
    })
    void whoIsNotThePersonOfTheTokenIsToldNothingOfEither(String field, String value) {
        Reply refused = online(field, value).is(422);
        assertThat(refused.problem()).isEqualTo("applicant-mismatch");
        assertThat(refused.text()).doesNotContain(value, "Mẫu", "042090001234", "1990-05-17");
    }

    @Test
    void aNumberOfAnotherYearIsTakenAndShownToTheClerk() {
        Reply filed =
                counter(person("042290009876", "Phạm Thị Lệch", "1990-05-17")).is(201);
        assertThat(warnings(filed)).containsExactly("/applicant/citizenId birth-year-differs");
        assertThat(filed.body().path("warnings").toString()).doesNotContain("0422", "Lệch", "1990");
    }

    /** Bà Rịa - Vũng Tàu is no province any more, 126 is a country. */
    @ParameterizedTest
    @CsvSource({"077090009876", "126090009876"})
    void aNumberOfAPlaceThatIsNoProvinceIsAsGoodAsAny(String number) {
        assertThat(warnings(counter(person(number, "Phạm Thị Xa", "1990")).is(201)))
                .isEmpty();
    }

    @Test
    void anOldNumberOrAPassportStandsInWhereThereIsNoOther() {
        ObjectNode old = person("", "Phạm Thị Cũ", "1950").put("idCardNumber", "183456789");
        old.remove("citizenId");
        counter(old).is(201);
        counter(person("", "Sample Guest", "1980")
                        .put("kind", "FOREIGNER")
                        .put("passportNumber", "C1234567")
                        .without("citizenId"))
                .is(201);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, CITIZEN, idCardNumber, 18345678, /applicant/idCardNumber, invalid-format",
        "kind, FOREIGNER, passportNumber, C 12345, /applicant/passportNumber, invalid-format",
        "kind, ORGANISATION, taxCode, 0100109107, /applicant/taxCode, wrong-check-digit",
        "kind, ORGANISATION, taxCode, 0100109106-000, /applicant/taxCode, invalid-format",
        "kind, ORGANISATION, businessCode, 42 A8, /applicant/businessCode, invalid-format",
        "kind, ORGANISATION, electronicId, H42..16, /applicant/electronicId, invalid-format",
    })
    void aNumberThatCannotBeIsAFaultOfItsField(
            String kind, String of, String field, String number, String pointer, String code) {
        ObjectNode applicant = of.equals("ORGANISATION")
                ? company(field, number)
                : person("", "Sample Guest", "1980").put(field, number).without("citizenId");
        Reply refused = counter(applicant.put(kind, of)).is(422);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .containsExactly(pointer + " " + code);
        assertThat(refused.text()).doesNotContain(number);
    }

    @Test
    void aWrongCheckDigitIsNamedBesideAllElse() {
        ObjectNode filing = filing(company("taxCode", "0100109107")).put("competentUnit", "99999");
        Reply refused = api.file(api.token("clerk&unit=" + UNIT), filing).is(422);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("code").asString())
                .containsExactlyInAnyOrder("wrong-check-digit", "unknown-unit");
    }

    @ParameterizedTest
    @CsvSource({
        "taxCode, 0100109106, ",
        "taxCode, 0100109106-001, ",
        "taxCode, 042090001234, ",
        "taxCode, 0000000000, tax-code-unverified",
        "businessCode, 42A8001234, ",
        "organisationId, 123456, ",
        "electronicId, H42.16.05, ",
    })
    void anyOneOfFourIdentifiersTellsAnOrganisation(String field, String number, String warning) {
        List<String> expected = warning == null ? List.of() : List.of("/applicant/" + field + " " + warning);
        assertThat(warnings(counter(company(field, number)).is(201))).isEqualTo(expected);
    }

    @Test
    void aCompanyFilesUnderTheCodeOfItsToken() {
        ObjectNode filing = api.filing("1.004222", UNIT, "director");
        assertThat(warnings(api.file(api.token("director"), filing).is(201))).isEmpty();
        ((ObjectNode) filing.path("applicant")).put("taxCode", "0100109106");
        assertThat(api.file(api.token("director"), filing).is(422).problem()).isEqualTo("applicant-mismatch");
    }

    private Reply online(String field, String value) {
        ObjectNode filing = api.filing(UNIT);
        ((ObjectNode) filing.path("applicant")).put(field, value);
        return api.file(api.token("citizen"), filing);
    }

    private Reply counter(ObjectNode applicant) {
        return api.file(api.token("clerk&unit=" + UNIT), filing(applicant));
    }

    private ObjectNode filing(ObjectNode applicant) {
        ObjectNode filing = api.filing(UNIT).put("channel", "COUNTER");
        filing.set("applicant", applicant);
        return filing;
    }

    private static ObjectNode person(String number, String name, String born) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", "CITIZEN")
                .put("citizenId", number)
                .put("fullName", name)
                .put("dateOfBirth", born);
    }

    private static ObjectNode company(String field, String number) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", "ORGANISATION")
                .put("name", "Công ty TNHH Thử")
                .put(field, number);
    }

    private static List<String> warnings(Reply reply) {
        return reply.body()
                .path("warnings")
                .valueStream()
                .map(warning -> warning.path("pointer").asString() + " "
                        + warning.path("code").asString())
                .toList();
    }
}
