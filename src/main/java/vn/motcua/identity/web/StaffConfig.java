package vn.motcua.identity.web;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.identity.application.Assignments;
import vn.motcua.identity.application.PlaceStaff;

/** Which issuers' staff are placed by our own table. */
@Configuration(proxyBeanMethods = false)
class StaffConfig {

    @Bean
    PlaceStaff placeStaff(IdentityProperties identity, Assignments assignments, InstantSource clock) {
        return new PlaceStaff(
                identity.issuers().stream()
                        .filter(issuer -> issuer.assignments() == IdentityProperties.Assignments.TABLE)
                        .map(IdentityProperties.Issuer::issuer)
                        .collect(Collectors.toUnmodifiableSet()),
                assignments,
                clock);
    }
}
