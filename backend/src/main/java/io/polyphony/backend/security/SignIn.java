package io.polyphony.backend.security;

import io.polyphony.backend.common.DbClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Turns credentials into actors. An empty answer never says why. */
@ApplicationScoped
@Transactional
public class SignIn {
    /** No name has one. */
    private static final char BETWEEN = ':';

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final UserStore users;
    private final TokenStore tokens;
    private final DbClock clock;

    SignIn(UserStore users, TokenStore tokens, DbClock clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A new session for the user with this name and password. */
    public Optional<Session> byPassword(String name, String password) {
        var found = users.named(name);
        boolean fits = Passwords.fits(password, found.flatMap(UserStore.Credentials::passwordHash));
        return found.filter(_ -> fits).flatMap(SignIn::session);
    }

    /** The session with this ticket, unless it ended. */
    public Optional<Session> byTicket(String ticket) {
        int end = Math.max(0, ticket.lastIndexOf(BETWEEN));
        return users.named(ticket.substring(0, end))
                .flatMap(SignIn::session)
                .filter(session -> session.ticket().equals(ticket));
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

    /** The ticket names the password that it was given for by a part of its hash's hash: enough to tell two apart. */
    private static Optional<Session> session(UserStore.Credentials credentials) {
        var user = credentials.user();
        return credentials
                .passwordHash()
                .filter(_ -> !user.disabled())
                .map(hash -> new Session(
                        new Actor(user.id(), user.name(), user.admin()),
                        user.name() + BETWEEN + HexFormat.of().formatHex(Secret.hash(hash), 0, 8)));
    }
}
