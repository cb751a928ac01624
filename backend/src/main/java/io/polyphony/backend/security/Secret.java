package io.polyphony.backend.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a token: {@code poly_} and 256 random bits. So many bits need no slow hash: SHA-256 is enough at rest. */
public final class Secret {
    /** Lets people and secret scanners recognise a token. */
    public static final String PREFIX = "poly_";

    private Secret() {}

    /** A fresh secret. */
    public static String next() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of it, 32 bytes. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
