package io.polyphony.backend.security;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens are kept. Callers hold a transaction. */
public interface TokenStore {
    /** Adds a token with the hash of its secret. */
    void add(Token token, byte[] hash);

    /** The token with this id. */
    Optional<Token> find(TokenId id);

    /** The token whose secret has this hash. */
    Optional<Token> hashed(byte[] hash);

    /** A user's tokens, newest first, one more than the page's limit. */
    List<Token> page(UserId user, PageRequest request);

    /** Notes that the token was revoked; the first time counts. */
    void revoke(TokenId id, Instant at);

    /** Notes that the token was used. */
    void used(TokenId id, Instant at);
}
