package io.polyphony.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The MD5 of all samples, which a FLAC file tells in its head: the decoder passes over single wrong bits. */
final class FlacSum {
    /** Of the file: mark, head of the first block, and what that block says of frames, rate, channels and length. */
    private static final int AT = 4 + 4 + 18;

    private static final int LENGTH = 16;

    private final MessageDigest digest;
    private final byte[] told;

    private FlacSum(MessageDigest digest, byte[] told) {
        this.digest = digest;
        this.told = told;
    }

    /** What the file tells; one that is too short tells nothing. */
    static FlacSum of(byte[] file) {
        try {
            return new FlacSum(MessageDigest.getInstance("MD5"), Arrays.copyOfRange(file, AT, AT + LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5, but this one has not.", e);
        }
    }

    /** Samples by channel, in whole bytes, the least significant first. */
    void add(int[][] samples, int count, int bits) {
        int width = Math.ceilDiv(bits, 8);
        var bytes = new byte[count * samples.length * width];
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (var channel : samples) {
                for (int shift = 0; shift < 8 * width; shift += 8) {
                    bytes[at++] = (byte) (channel[i] >> shift);
                }
            }
        }
        digest.update(bytes);
    }

    /** Whether they are those that the file tells of, if it does. */
    boolean fits() {
        return Arrays.equals(told, new byte[LENGTH]) || Arrays.equals(told, digest.digest());
    }
}
