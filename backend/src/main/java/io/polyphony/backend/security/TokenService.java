package io.polyphony.backend.security;

import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TokenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Personal API tokens: everyone manages one's own. */
@ApplicationScoped
@Transactional
public class TokenService {
    private final TokenStore tokens;
    private final Access access;
    private final AuditLog audit;
    private final DbClock clock;

    TokenService(TokenStore tokens, Access access, AuditLog audit, DbClock clock) {
        this.tokens = tokens;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a token for the actor. A narrowed token cannot make tokens, or it could widen itself. */
    public IssuedToken create(Actor actor, @NotNull @Valid NewToken request) {
        return issue(actor, request, Secret.next());
    }

    IssuedToken issue(Actor actor, NewToken request, String secret) {
        requireFull(actor);
        if (request.project() != null) {
            access.require(actor, request.project(), Role.VIEWER);
        }
        var token = token(actor, request, clock.now());
        tokens.add(token, Secret.hash(secret));
        var facts = new HashMap<String, Object>(Map.of("name", token.name()));
        Optional.ofNullable(token.maxRole()).ifPresent(role -> facts.put("maxRole", role));
        Optional.ofNullable(token.expiresAt()).ifPresent(at -> facts.put("expiresAt", at.toString()));
        audit.record(actor, "token.create", token.id(), token.project(), facts);
        return new IssuedToken(token, secret);
    }

    /** The actor's tokens, newest first, with those that were revoked or expired. */
    public Page<Token> page(Actor actor, PageRequest request) {
        requireFull(actor);
        return request.page(tokens.page(actor.id(), request), token -> Cursor.of(token.id()));
    }

    /** Revokes a token; for its user and for administrators. Revoking twice is no error. */
    public void revoke(Actor actor, TokenId id) {
        requireFull(actor);
        var token = tokens.find(id)
                .filter(found -> found.user().equals(actor.id()) || actor.admin())
                .orElseThrow(() -> new NotFound("There is no token (%s) of yours.".formatted(id)));
        tokens.revoke(id, clock.now());
        audit.record(actor, "token.revoke", id, token.project(), Map.of("name", token.name()));
    }

    private static void requireFull(Actor actor) {
        if (actor.token().filter(scope -> !scope.full()).isPresent()) {
            throw new Forbidden("This token is narrowed to a project or role and cannot manage tokens."
                    + " Maybe use one without limits, or the browser.");
        }
    }

    private static Token token(Actor actor, NewToken request, Instant now) {
        var expires = Optional.ofNullable(request.days())
                .map(days -> now.plus(Duration.ofDays(days)))
                .orElse(null);
        return new Token(
                TokenId.next(),
                actor.id(),
                request.name(),
                request.project(),
                request.maxRole(),
                now,
                expires,
                null,
                null);
    }
}
