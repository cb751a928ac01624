package io.polyphony.backend.security.http;

import io.polyphony.backend.security.Actor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/** Actors as Quarkus' identities: the principal is the login name, the roles are {@code user} and {@code admin}. */
final class Identities {
    /** The role of everyone who is signed in. */
    static final String USER = "user";
    /** The role of administrators. */
    static final String ADMIN = "admin";

    private static final String ACTOR = "io.polyphony.actor";

    private Identities() {}

    static SecurityIdentity of(Optional<Actor> found) {
        var actor = found.orElseThrow(() -> new AuthenticationFailedException("Unknown credentials."));
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.name()))
                .addAttribute(ACTOR, actor)
                .addRole(USER);
        return actor.admin() ? identity.addRole(ADMIN).build() : identity.build();
    }

    static Optional<Actor> actor(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<Actor>getAttribute(ACTOR));
    }
}
