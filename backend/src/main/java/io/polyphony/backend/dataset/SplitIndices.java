package io.polyphony.backend.dataset;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which rows train, which validate, which are sealed for the test. Rows are 0-based and ascending; every row of the table is in
 * exactly one of the three.
 */
@SuppressWarnings("ArrayRecordComponent")
public record SplitIndices(int[] train, int[] validation, int[] test) {
    /** SHA-256 in hex over the three lists: equal splits have equal hashes. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new int[][] {train, validation, test}) {
                var bytes =
                        ByteBuffer.allocate(Integer.BYTES * (part.length + 1)).putInt(part.length);
                bytes.asIntBuffer().put(part);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
