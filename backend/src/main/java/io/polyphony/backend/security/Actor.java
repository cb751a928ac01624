package io.polyphony.backend.security;

import io.polyphony.backend.common.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Every service method takes the actor first and checks it with {@link Access}.
 *
 * @param id the user
 * @param name the user's login name
 * @param admin whether the user administers the instance (all projects, all users)
 * @param scope the token that was used, with its limits; null in the browser and in the platform's own work
 */
public record Actor(
        UserId id, String name, boolean admin, @Nullable TokenScope scope) {
    public Actor {
        // A narrowed token must never be a way around its own limits.
        admin = admin && (scope == null || scope.full());
    }

    /** A user in the browser, or the platform acting for a user. */
    public Actor(UserId id, String name, boolean admin) {
        this(id, name, admin, null);
    }

    /** The token that was used, if any. */
    public Optional<TokenScope> token() {
        return Optional.ofNullable(scope);
    }
}
