package io.polyphony.backend.security;

/**
 * A fresh token with its secret, which is shown this once.
 *
 * @param secret what goes behind {@code Authorization: Bearer}; starts with {@code poly_}
 */
public record IssuedToken(Token token, String secret) {
    @Override
    public String toString() {
        return "IssuedToken[token=" + token + ", secret=***]";
    }
}
