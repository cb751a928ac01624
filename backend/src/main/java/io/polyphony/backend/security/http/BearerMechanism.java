package io.polyphony.backend.security.http;

import io.polyphony.backend.common.Unauthorized;
import io.polyphony.backend.common.rest.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code Authorization: Bearer poly_...}. Comes before the login form, whose challenge is a redirect to a page. */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final int BEFORE_THE_FORM = 3000;

    private final Problems problems;

    BearerMechanism(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Only Bearer is understood."));
        }
        var credential = new TokenCredential(header.substring(SCHEME.length()).strip(), "bearer");
        var request = new TokenAuthenticationRequest(credential);
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return api(context)
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"polyphony\""))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (!api(context)) {
            return Uni.createFrom().item(false);
        }
        problems.end(
                context,
                new Unauthorized(
                        "This needs a valid token (Authorization: Bearer poly_...). Maybe it is missing, expired or revoked."));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_FORM;
    }

    private static boolean api(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/")
                || context.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
