package vn.motcua.platform.web;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Nobody can say just now whose token this is; the caller keeps it and comes again. Answered with 503, never with 401. */
public class IdentityProviderUnavailable extends AuthenticationServiceException {

    public IdentityProviderUnavailable(String issuer, Throwable cause) {
        super("The keys of issuer " + issuer + " cannot be had", cause);
    }
}
