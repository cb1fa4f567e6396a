package vn.motcua.dev;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock of everything while developing: of requests, of work behind the scenes, of tokens and who checks them. */
@Configuration(proxyBeanMethods = false)
@Profile("dev")
class DevClockConfig {

    @Bean
    DevClock devClock(@Qualifier("clock") InstantSource machine) {
        return new DevClock(machine);
    }
}
