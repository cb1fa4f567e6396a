package vn.motcua.platform.config;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The one place where the process learns what time it is. */
@Configuration(proxyBeanMethods = false)
class TimeConfig {

    /** Counts where nobody brings another clock; only development and tests do. */
    @Bean
    @Fallback
    InstantSource clock() {
        return InstantSource.system();
    }
}
