package io.polyphony.engine.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes numbers bit by bit, under a magic word and a version, closed by a checksum. */
public final class StateWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** @param magic eight bytes that tell what this is; includes the version */
    public StateWriter(long magic) {
        writeLong(magic);
    }

    public void writeLong(long value) {
        unchecked(() -> out.writeLong(value));
    }

    public void writeInt(int value) {
        unchecked(() -> out.writeInt(value));
    }

    public void writeDouble(double value) {
        unchecked(() -> out.writeDouble(value));
    }

    public void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public void writeBytes(byte[] block) {
        writeInt(block.length);
        bytes.writeBytes(block);
    }

    public void writeDoubles(double[] values) {
        writeInt(values.length);
        for (double value : values) {
            writeDouble(value);
        }
    }

    /** A part of a vector, without its length. */
    public void writeFloats(float[] values, int from, int count) {
        var block = ByteBuffer.allocate(Math.multiplyExact(4, count));
        block.asFloatBuffer().put(values, from, count);
        bytes.writeBytes(block.array());
    }

    /** Everything written, with its checksum. */
    public byte[] toBytes() {
        var body = bytes.toByteArray();
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .put(body)
                .putLong(sum.getValue())
                .array();
    }

    private static void unchecked(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail.", e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
