package vn.motcua.identity.web;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.identity.PlacedByTable;
import vn.motcua.identity.application.Assignments;
import vn.motcua.identity.application.PlaceStaff;

/** Which issuers' staff are placed by our own table. */
@Configuration(proxyBeanMethods = false)
class StaffConfig {

    @Bean
    PlacedByTable placedByTable(IdentityProperties identity) {
        return new PlacedByTable(identity.issuers().stream()
                .filter(issuer -> issuer.assignments() == IdentityProperties.Assignments.TABLE)
                .collect(Collectors.toMap(
                        IdentityProperties.Issuer::issuer, issuer -> StaffRoles.grantableBy(issuer.kinds()))));
    }

    @Bean
    PlaceStaff placeStaff(PlacedByTable issuers, Assignments assignments, InstantSource clock) {
        return new PlaceStaff(issuers, assignments, clock);
    }
}
