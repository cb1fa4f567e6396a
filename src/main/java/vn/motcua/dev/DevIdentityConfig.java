package vn.motcua.dev;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.motcua.identity.web.TrustedIssuer;
import vn.motcua.territory.application.Territories;

/** The issuers that need no installing; their keys are handed over inside the process. */
@Configuration(proxyBeanMethods = false)
@Profile("dev")
class DevIdentityConfig {

    @Bean
    DevIssuers devIssuers(DevProperties dev, InstantSource clock) {
        return new DevIssuers(DevKeys.in(dev.data()), clock);
    }

    @Bean
    TrustedIssuer devCitizensIssuer(DevIssuers issuers) {
        return issuers.citizens();
    }

    @Bean
    TrustedIssuer devAgenciesIssuer(DevIssuers issuers) {
        return issuers.agencies();
    }

    @Bean
    Placement placement(Territories territories, InstantSource clock) {
        return new Placement(territories, clock);
    }
}
