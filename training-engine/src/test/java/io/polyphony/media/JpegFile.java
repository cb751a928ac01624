package io.polyphony.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.jspecify.annotations.Nullable;

/** Writes JPEG files as cameras and print shops do, to test with. */
public final class JpegFile {
    private JpegFile() {}

    /** A picture that was taken with the camera held in that way, 1..8; the bytes of its number in either order. */
    public static byte[] held(BufferedImage image, int orientation, boolean bigEndian) {
        var plain = written(new IIOImage(image, null, null));
        var segment = ByteBuffer.allocate(4 + 6 + 26);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + 26));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff(orientation, bigEndian));
        return inserted(plain, segment.array());
    }

    /** What Exif stores of it. */
    static byte[] tiff(int orientation, boolean bigEndian) {
        var tiff = ByteBuffer.allocate(26);
        tiff.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        tiff.put((bigEndian ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return tiff.array();
    }

    /**
     * Four channels as they are.
     *
     * @param transform Adobe's mark: 0 plain inks, 2 with lightness and colour; null for a file without the mark
     */
    public static byte[] ofInks(int height, int width, int[] pixel, @Nullable Integer transform) {
        var data = new byte[height * width * 4];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) pixel[i % 4];
        }
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(data, data.length), width, height, width * 4, 4, new int[] {0, 1, 2, 3}, null);
        var plain = written(new IIOImage(raster, null, null));
        if (transform == null) {
            return plain;
        }
        var mark = ByteBuffer.allocate(16);
        mark.putShort((short) 0xFFEE).putShort((short) 14);
        mark.put("Adobe".getBytes(StandardCharsets.US_ASCII)).putShort((short) 101);
        mark.putShort((short) 0).putShort((short) 0).put(transform.byteValue());
        return inserted(plain, mark.array());
    }

    /** The same with a colour profile, as cameras and editors write it (ICC.1:2022, annex B.4). */
    static byte[] profiled(byte[] file, byte[] profile) {
        var name = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
        var segment = ByteBuffer.allocate(4 + name.length + 2 + profile.length);
        segment.putShort((short) 0xFFE2).putShort((short) (segment.capacity() - 2));
        segment.put(name).put((byte) 1).put((byte) 1).put(profile);
        return inserted(file, segment.array());
    }

    /** A segment after the first mark of the file. */
    private static byte[] inserted(byte[] file, byte[] segment) {
        return ByteBuffer.allocate(file.length + segment.length)
                .put(file, 0, 2)
                .put(segment)
                .put(file, 2, file.length - 2)
                .array();
    }

    private static byte[] written(IIOImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(1);
        try (var out = new ByteArrayOutputStream();
                var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, image, parameters);
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
