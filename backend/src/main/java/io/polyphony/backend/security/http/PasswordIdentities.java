package io.polyphony.backend.security.http;

import io.polyphony.backend.security.SignIn;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Who name and password of the login form belong to; guessing is slowed down. */
@ApplicationScoped
class PasswordIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private static final Logger LOG = Logger.getLogger(PasswordIdentities.class);

    private final SignIn signIn;
    private final LoginThrottle throttle = new LoginThrottle(InstantSource.system());

    PasswordIdentities(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var name = request.getUsername().strip().toLowerCase(Locale.ROOT);
        var caller = name + " from " + address(HttpSecurityUtils.getRoutingContextAttribute(request));
        return context.runBlocking(
                () -> check(name, new String(request.getPassword().getPassword()), caller));
    }

    private SecurityIdentity check(String name, String password, String caller) {
        if (!throttle.allows(caller)) {
            LOG.warnf("Signing in was refused after too many wrong passwords.");
            throw new AuthenticationFailedException("Too many attempts.");
        }
        var session = signIn.byPassword(name, password);
        session.ifPresentOrElse(_ -> throttle.succeeded(caller), () -> throttle.failed(caller));
        return Identities.ofSession(session);
    }

    private static String address(RoutingContext context) {
        return Optional.ofNullable(context)
                .map(request -> request.request().remoteAddress())
                .map(address -> String.valueOf(address.hostAddress()))
                .orElse("nowhere");
    }
}
