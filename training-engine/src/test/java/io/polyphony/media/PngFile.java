package io.polyphony.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Writes PNG files that say how the camera was held, to test with. */
public final class PngFile {
    /** Signature, and the chunk of the header. */
    private static final int HEAD = 8 + 12 + 13;

    private PngFile() {}

    /** A picture that was taken with the camera held in that way, 1..8. */
    public static byte[] held(BufferedImage image, int orientation) {
        var plain = written(image);
        var tiff = JpegFile.tiff(orientation, true);
        var body = ByteBuffer.allocate(4 + tiff.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .array();
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(plain.length + 8 + body.length)
                .put(plain, 0, HEAD)
                .putInt(tiff.length)
                .put(body)
                .putInt((int) sum.getValue())
                .put(plain, HEAD, plain.length - HEAD)
                .array();
    }

    private static byte[] written(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
