package io.polyphony.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures. Within memory: Java would write and delete a file on disk for each. */
public final class Png {
    private Png() {}

    public static byte[] bytes(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As JSON and pages carry it. */
    public static String base64(BufferedImage image) {
        return Base64.getEncoder().encodeToString(bytes(image));
    }
}
