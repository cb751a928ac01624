package io.polyphony.backend.security;

import io.polyphony.backend.common.DbClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Turns credentials into actors. An empty answer never says why. */
@ApplicationScoped
@Transactional
public class SignIn {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final UserStore users;
    private final TokenStore tokens;
    private final DbClock clock;

    SignIn(UserStore users, TokenStore tokens, DbClock clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The user with this name and password. */
    public Optional<Actor> byPassword(String name, String password) {
        var found = users.named(name);
        boolean fits = Passwords.fits(password, found.flatMap(UserStore.Credentials::passwordHash));
        return found.map(UserStore.Credentials::user)
                .filter(user -> fits && !user.disabled())
                .map(SignIn::actor);
    }

    /** The user with this name, whose session the server has checked. */
    public Optional<Actor> bySession(String name) {
        return users.named(name)
                .map(UserStore.Credentials::user)
                .filter(user -> !user.disabled())
                .map(SignIn::actor);
    }

    /** The user of the token with this secret, narrowed to what the token may. */
    public Optional<Actor> byToken(String secret) {
        var now = clock.now();
        return tokens.hashed(Secret.hash(secret))
                .filter(token -> token.valid(now))
                .flatMap(token -> use(token, now));
    }

    private Optional<Actor> use(Token token, Instant now) {
        var user = users.find(token.user()).filter(found -> !found.disabled());
        if (user.isPresent()
                && (token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minus(USE_NOTED_EVERY)))) {
            tokens.used(token.id(), now);
        }
        var scope = new TokenScope(token.id(), token.project(), token.maxRole());
        return user.map(found -> new Actor(found.id(), found.name(), found.admin(), scope));
    }

    private static Actor actor(User user) {
        return new Actor(user.id(), user.name(), user.admin());
    }
}
