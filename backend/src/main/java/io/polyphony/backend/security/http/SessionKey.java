package io.polyphony.backend.security.http;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.security.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The key that encrypts session cookies, kept in the home: with a fresh one per start, every restart would sign all out. */
public final class SessionKey {
    private static final String PROPERTY = "quarkus.http.auth.session.encryption-key";
    private static final String FILE = "session-key";

    private SessionKey() {}

    /** Hands the home's key to Quarkus, unless one is given. Call before Quarkus starts. */
    public static void prepare(PolyphonyHome home) {
        boolean given = System.getProperty(PROPERTY) != null
                || System.getenv("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY") != null;
        if (!given) {
            System.setProperty(PROPERTY, key(home));
        }
    }

    private static String key(PolyphonyHome home) {
        try {
            var file = home.resolve(FILE);
            if (!Files.exists(file)) {
                home.writeSecret(FILE, Passwords.random() + Passwords.random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The session key of the home (%s) cannot be read.".formatted(home.directory()), e);
        }
    }
}
