package io.polyphony.backend.security.http;

import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Session;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/**
 * Actors as Quarkus' identities, with the roles {@code user} and {@code admin}. The principal is what a session cookie would
 * hold: a session's ticket, or, for tokens, which get no cookie, the login name.
 */
final class Identities {
    /** The role of everyone who is signed in. */
    static final String USER = "user";
    /** The role of administrators. */
    static final String ADMIN = "admin";

    private static final String ACTOR = "io.polyphony.actor";

    private Identities() {}

    static SecurityIdentity of(Optional<Actor> found) {
        var actor = found.orElseThrow(Identities::unknown);
        return of(actor, actor.name());
    }

    static SecurityIdentity ofSession(Optional<Session> found) {
        var session = found.orElseThrow(Identities::unknown);
        return of(session.actor(), session.ticket());
    }

    private static AuthenticationFailedException unknown() {
        return new AuthenticationFailedException("Unknown credentials.");
    }

    private static SecurityIdentity of(Actor actor, String principal) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(principal))
                .addAttribute(ACTOR, actor)
                .addRole(USER);
        return actor.admin() ? identity.addRole(ADMIN).build() : identity.build();
    }

    static Optional<Actor> actor(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<Actor>getAttribute(ACTOR));
    }
}
