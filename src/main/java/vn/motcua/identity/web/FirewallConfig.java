package vn.motcua.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

/** What of a request's form is refused before anybody asks who sends it. */
@Configuration(proxyBeanMethods = false)
class FirewallConfig {

    /**
     * Paths that two readers may read in two ways are refused; methods are judged by path, with 405 and what is allowed. Headers
     * are judged as by default, letter by letter and without a regular expression for each.
     */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(FirewallConfig::isPlain);
        firewall.setAllowedHeaderValues(FirewallConfig::isPlain);
        return firewall;
    }

    /** A header that is not there is asked about too. */
    private static boolean isPlain(@Nullable String header) {
        return header == null
                || header.codePoints().allMatch(sign -> Character.isDefined(sign) && !Character.isISOControl(sign));
    }
}
