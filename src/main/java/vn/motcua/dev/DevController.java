package vn.motcua.dev;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dev.Persona.Account;
import vn.motcua.identity.LeastAssurance;
import vn.motcua.platform.web.Problem;
import vn.motcua.platform.web.ProblemType;

/** Tokens for trying the service, and the people they belong to. */
@RestController
@Profile("dev")
class DevController {

    private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final DevIssuers issuers;
    private final Placement placement;
    private final InstantSource clock;

    DevController(DevIssuers issuers, Placement placement, InstantSource clock) {
        this.issuers = issuers;
        this.placement = placement;
        this.clock = clock;
    }

    @GetMapping("/dev/token")
    Mono<ResponseEntity<String>> token(
            @RequestParam Optional<String> as,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<String> agency,
            @RequestParam Optional<Integer> session,
            ServerHttpRequest request) {
        if (as.isEmpty() && wantsPage(request.getHeaders().getAccept())) {
            return Mono.just(ResponseEntity.ok()
                    .contentType(HTML)
                    .header("Content-Security-Policy", TokenPage.POLICY)
                    .body(TokenPage.html(origin(request.getURI()), today())));
        }
        Optional<SimulatedCitizen> simulated = as.flatMap(SimulatedCitizen::of);
        if (simulated.isPresent()) {
            return Mono.just(ResponseEntity.ok().contentType(PLAIN).body(issuers.token(simulated.get())));
        }
        Persona persona = as.flatMap(Persona::of).orElseThrow(() -> invalid("as"));
        int level = session.orElse(DevIssuers.TWO_FACTORS);
        if (level < 1 || level > LeastAssurance.HIGHEST_AUTHENTICATION) {
            throw invalid("session");
        }
        return placement
                .of(persona, unit.filter(code -> !code.isBlank()), agency.filter(id -> !id.isBlank()))
                .map(place -> ResponseEntity.ok().contentType(PLAIN).body(issuers.token(persona, place, level)));
    }

    @GetMapping("/dev/people/{persona}")
    Mono<Map<String, String>> person(@PathVariable("persona") String slug) {
        Optional<SimulatedCitizen> simulated = SimulatedCitizen.of(slug);
        if (simulated.isPresent()) {
            return Mono.just(applicant(simulated.get().account()));
        }
        return switch (Persona.of(slug).orElseThrow(() -> invalid("persona")).account()) {
            case Account.OfCitizens account -> Mono.just(applicant(account));
            case Account.OfAgencies staff -> Mono.error(() -> new Problem(ProblemType.NOT_FOUND));
        };
    }

    private static Map<String, String> applicant(Account.OfCitizens account) {
        Map<String, String> applicant = new LinkedHashMap<>();
        switch (account) {
            case Account.Citizen citizen -> {
                applicant.put("kind", "CITIZEN");
                applicant.put("citizenId", citizen.number());
                applicant.put("fullName", citizen.name());
                applicant.put("dateOfBirth", citizen.dateOfBirth());
            }
            case Account.Foreigner foreigner -> {
                applicant.put("kind", "FOREIGNER");
                applicant.put("foreignerId", foreigner.number());
                applicant.put("fullName", foreigner.name());
                applicant.put("dateOfBirth", foreigner.dateOfBirth());
            }
            case Account.Organisation organisation -> {
                applicant.put("kind", "ORGANISATION");
                applicant.put("taxCode", organisation.taxCode());
                applicant.put("name", organisation.name());
                applicant.put("representative", organisation.representative());
            }
        }
        return applicant;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    private static String origin(URI request) {
        return request.getScheme() + "://" + request.getRawAuthority();
    }

    private static boolean wantsPage(List<MediaType> accepted) {
        return accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    }

    private static Problem invalid(String parameter) {
        return new Problem(ProblemType.INVALID_PARAMETER).with("parameter", parameter);
    }
}
