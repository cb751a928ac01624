package io.polyphony.backend.security;

import io.polyphony.backend.common.Invalid;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Hashes and checks passwords: bcrypt with 2^12 rounds. */
public final class Passwords {
    private static final int ROUNDS = 12;
    private static final int MIN_BYTES = 10;
    /** bcrypt ignores what lies behind; refusing is better than ignoring. */
    private static final int MAX_BYTES = 72;

    private static final String NOBODYS = BcryptUtil.bcryptHash(random(), ROUNDS);

    private Passwords() {}

    /** The hash to store; throws {@link Invalid} for a password that is too short or too long. */
    public static String hash(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw Invalid.field(
                    "/password",
                    "A password has %d to %d bytes, this one has %d.".formatted(MIN_BYTES, MAX_BYTES, bytes));
        }
        return BcryptUtil.bcryptHash(password, ROUNDS);
    }

    /** Whether the password fits; takes as long when there is no hash, so that time does not tell who exists. */
    public static boolean fits(String password, Optional<String> hash) {
        return BcryptUtil.matches(password, hash.orElse(NOBODYS)) && hash.isPresent();
    }

    /** A random password of 120 bits. */
    public static String random() {
        var bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
