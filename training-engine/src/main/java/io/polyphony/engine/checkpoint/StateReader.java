package io.polyphony.engine.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Reads what {@link StateWriter} wrote, in the same order. */
public final class StateReader {
    private final ByteBuffer bytes;

    /**
     * Checks magic word and checksum.
     *
     * @throws IllegalArgumentException if the bytes are something else or damaged
     */
    public StateReader(byte[] state, long magic, String what) {
        if (state.length < 16 || ByteBuffer.wrap(state).getLong() != magic) {
            throw new IllegalArgumentException(
                    "The %d bytes are no %s of this version.\nMaybe another version of Polyphony wrote them."
                            .formatted(state.length, what));
        }
        var sum = new CRC32();
        sum.update(state, 0, state.length - 8);
        if (ByteBuffer.wrap(state).getLong(state.length - 8) != sum.getValue()) {
            throw new IllegalArgumentException(
                    "The %s of %d bytes is damaged: its checksum is wrong.\nMaybe it was cut off when it was stored."
                            .formatted(what, state.length));
        }
        this.bytes = ByteBuffer.wrap(state, 8, state.length - 16);
    }

    public long readLong() {
        return bytes.getLong();
    }

    public int readInt() {
        return bytes.getInt();
    }

    public double readDouble() {
        return bytes.getDouble();
    }

    public String readText() {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    public byte[] readBytes() {
        var block = new byte[bytes.getInt()];
        bytes.get(block);
        return block;
    }

    public double[] readDoubles() {
        var values = new double[bytes.getInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getDouble();
        }
        return values;
    }

    /** Into a part of a vector. */
    public void readFloats(float[] values, int from, int count) {
        bytes.asFloatBuffer().get(values, from, count);
        bytes.position(bytes.position() + 4 * count);
    }

    /** Floats of a vector of known length. */
    public float[] readFloats(int count) {
        var values = new float[count];
        readFloats(values, 0, count);
        return values;
    }
}
