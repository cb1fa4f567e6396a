package vn.motcua.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.motcua.MotcuaIT;
import vn.motcua.identity.Caller;
import vn.motcua.identity.Role;
import vn.motcua.identity.web.Callers;

@MotcuaIT
class DevTokenIT {

    @Autowired
    WebTestClient http;

    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Mirror {

        private final Callers callers;

        Mirror(Callers callers) {
            this.callers = callers;
        }

        @GetMapping("/api/v1/mirror")
        Mono<Map<String, Object>> caller(ServerWebExchange exchange) {
            return callers.of(exchange).map(Mirror::shown);
        }

        private static Map<String, Object> shown(Caller caller) {
            return Map.of(
                    "subject", caller.subject(),
                    "roles", caller.roles(),
                    "person", caller.person().map(person -> person.number()).orElse(""),
                    "agencies", caller.agencies(),
                    "unit", caller.unit().orElse(""),
                    "session", caller.assurance().authenticationLevel());
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryPersonaATokenThatIsAccepted(Persona persona) {
        var caller = whoIs(token("as=" + persona.slug()));
        assertThat(caller.get("roles").toString()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"citizen, citizenId", "citizen2, citizenId", "foreigner, foreignerId", "director, taxCode"})
    void tellsTheApplicantThatMatchesTheToken(String persona, String number) {
        var applicant = http.get()
                .uri("/dev/people/" + persona)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(whoIs(token("as=" + persona)).get("person")).isEqualTo(applicant.get(number));
    }

    @Test
    void aCitizenSignsInAsStronglyAsAsked() {
        assertThat(whoIs(token("as=citizen")).get("session")).isEqualTo(2);
        assertThat(whoIs(token("as=foreigner&session=4")).get("session")).isEqualTo(4);
    }

    @Test
    void placesAClerkOfAProvinceAtItsCommitteeCentreAndDepartments() {
        assertThat(whoIs(token("as=clerk&unit=75")).get("agencies"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(1000751, 1000752, 1000753, 1000754, 1000755, 1000756, 1000757, 1000758);
    }

    @Test
    void placesAClerkAtEveryAgencyOfTheUnit() {
        assertThat((List<?>) whoIs(token("as=clerk&unit=18073")).get("agencies"))
                .hasSize(2);
    }

    @Test
    void placesStaffInTheDefaultCommuneAndTheAuditorsWhereTheyLook() {
        assertThat(whoIs(token("as=officer")).get("agencies"))
                .isEqualTo(whoIs(token("as=officer&unit=18073")).get("agencies"));
        assertThat(whoIs(token("as=auditor")).get("unit")).isEqualTo("VN");
        assertThat(whoIs(token("as=auditor-province")).get("unit")).isEqualTo("42");
    }

    @Test
    void placesStaffAtOneAgency() {
        var agencies = (List<?>) whoIs(token("as=leader")).get("agencies");
        var one = agencies.getFirst();
        assertThat(whoIs(token("as=leader&agency=" + one)).get("agencies")).isEqualTo(List.of(one));
    }

    @ParameterizedTest
    @CsvSource({
        "as=clerk&unit=99999, unknown-unit",
        "as=clerk&agency=999999999, unknown-agency",
        "as=auditor&unit=nowhere, unknown-unit",
        "as=nobody, invalid-parameter",
        "as=citizen&session=0, invalid-parameter",
        "as=citizen&session=5, invalid-parameter",
        "as=citizen&session=strong, invalid-parameter",
        "'', invalid-parameter",
    })
    void saysWhatItDoesNotKnow(String query, String slug) {
        http.get()
                .uri("/dev/token?" + query)
                .exchange()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:motcua:problem:" + slug);
    }

    @Test
    void showsAPageToPickFrom() {
        String page = http.get()
                .uri("/dev/token")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains(Stream.of(Persona.values()).map(Persona::slug).toList());
    }

    @Test
    void makesNoApplicantOfStaff() {
        http.get().uri("/dev/people/clerk").exchange().expectStatus().isNotFound();
        http.get().uri("/dev/people/nobody").exchange().expectStatus().isBadRequest();
    }

    @Test
    void makesTwoCallersOfOnePersonaAtTwoPlaces() {
        assertThat(whoIs(token("as=clerk")).get("subject"))
                .isNotEqualTo(whoIs(token("as=clerk&unit=42")).get("subject"));
    }

    @Test
    void keepsTheTwoIssuersApart() {
        assertThat(whoIs(token("as=citizen")).get("subject")).isEqualTo(DevIssuers.CITIZENS + "|citizen");
        assertThat(whoIs(token("as=machine")).get("subject")).isEqualTo(DevIssuers.AGENCIES + "|machine");
        assertThat(whoIs(token("as=machine")).get("roles").toString()).isEqualTo("[" + Role.MACHINE + "]");
    }

    @Test
    void asksForATokenAndNamesWhatIsWrongWithOne() {
        assertRefused(request -> request, "unauthenticated", "Bearer");
        assertRefused(request -> request.header("Authorization", "Basic eDp5"), "unauthenticated", "Bearer");
        assertRefused(request -> request.header("Authorization", "Bearer x.y.z"), "invalid-token", null);
        assertRefused(request -> request.header("Authorization", "Bearer"), "invalid-token", null);
    }

    @Test
    void refusesTwoTokensAtOnce() {
        http.get()
                .uri("/api/v1/mirror")
                .header(HttpHeaders.AUTHORIZATION, "Bearer a", "Bearer b")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void doesNotReadATokenFromTheAddress() {
        http.get()
                .uri("/api/v1/mirror?access_token=" + token("as=citizen"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void saysNotFoundOfAPathOutsideTheApiToEverybody() {
        http.get()
                .uri("/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:motcua:problem:not-found");
    }

    private void assertRefused(
            UnaryOperator<WebTestClient.RequestHeadersSpec<?>> request, String slug, String challenge) {
        var answer = request.apply(http.get().uri("/api/v1/mirror")).exchange();
        answer.expectStatus().isUnauthorized();
        if (challenge == null) {
            answer.expectHeader().valueMatches("WWW-Authenticate", "Bearer .*");
        } else {
            answer.expectHeader().valueEquals("WWW-Authenticate", challenge);
        }
        answer.expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:motcua:problem:" + slug);
    }

    private String token(String query) {
        return http.get()
                .uri("/dev/token?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_PLAIN)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> whoIs(String token) {
        return http.get()
                .uri("/api/v1/mirror")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }
}
