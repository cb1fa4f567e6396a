package vn.motcua.platform.config;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the process learns what time it is. */
@Configuration(proxyBeanMethods = false)
class TimeConfig {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
