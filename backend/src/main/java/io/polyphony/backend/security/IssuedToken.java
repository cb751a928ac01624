package io.polyphony.backend.security;

import io.polyphony.backend.common.ShownOnce;

/**
 * A fresh token with its secret, which is shown this once.
 *
 * @param secret what goes behind {@code Authorization: Bearer}; starts with {@code poly_}
 */
public record IssuedToken(Token token, String secret) implements ShownOnce {
    @Override
    public IssuedToken withoutSecret() {
        return new IssuedToken(token, "(shown once)");
    }

    @Override
    public String toString() {
        return "IssuedToken[token=" + token + ", secret=***]";
    }
}
