package io.polyphony.engine.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Keeps what was decoded of files, so that another training need not do it again. Used from several threads at once. */
public interface DecodedCache {
    /** Keeps nothing. */
    DecodedCache NONE = new DecodedCache() {
        @Override
        public Optional<Decoded> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, Decoded decoded) {}
    };

    /** Rises whenever files are decoded otherwise than before. */
    int VERSION = 3;

    /** What was kept under that key, if it is still there and whole. */
    Optional<Decoded> find(String key);

    /** Keeps it, if it can; what is kept may be gone at any time. */
    void keep(String key, Decoded decoded);

    /**
     * A name for what becomes of a content: 64 hexadecimal digits.
     *
     * @param content SHA-256 of the file's bytes, in hexadecimal
     * @param how what is done to it, with all settings
     */
    static String key(String content, String how) {
        var text = VERSION + "\n" + how + "\n" + content;
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 of a file's bytes, in hexadecimal. */
    static String content(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
        }
    }
}
