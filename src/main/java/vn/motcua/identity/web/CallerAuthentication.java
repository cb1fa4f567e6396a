package vn.motcua.identity.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import vn.motcua.identity.Caller;

/** A verified caller, as the security context carries it. The token itself is not kept. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller.subject();
    }
}
