package io.polyphony.backend.security.http;

import io.polyphony.backend.security.SignIn;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who a token belongs to. */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {
    private final SignIn signIn;

    TokenIdentities(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> Identities.of(signIn.byToken(request.getToken().getToken())));
    }
}
