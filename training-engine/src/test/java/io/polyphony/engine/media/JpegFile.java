package io.polyphony.engine.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;

/** Writes JPEG files as cameras and print shops do, to test with. */
public final class JpegFile {
    private JpegFile() {}

    /** A picture that was taken with the camera held in that way, 1..8; the bytes of its number in either order. */
    public static byte[] held(BufferedImage image, int orientation, boolean bigEndian) {
        var plain = written(new IIOImage(image, null, null));
        var tiff = ByteBuffer.allocate(26);
        tiff.order(bigEndian ? java.nio.ByteOrder.BIG_ENDIAN : java.nio.ByteOrder.LITTLE_ENDIAN);
        tiff.put((bigEndian ? "MM" : "II").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        var segment = ByteBuffer.allocate(4 + 6 + 26);
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + 26));
        segment.put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).put(tiff.array());
        return ByteBuffer.allocate(plain.length + segment.capacity())
                .put(plain, 0, 2)
                .put(segment.array())
                .put(plain, 2, plain.length - 2)
                .array();
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
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var rgb = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB);
        var metadata = writer.getDefaultImageMetadata(rgb, null);
        return written(new IIOImage(raster, null, marked(metadata, transform)));
    }

    private static IIOMetadata marked(IIOMetadata metadata, @Nullable Integer transform) {
        var root = new IIOMetadataNode("javax_imageio_jpeg_image_1.0");
        root.appendChild(new IIOMetadataNode("JPEGvariety"));
        var sequence = new IIOMetadataNode("markerSequence");
        if (transform != null) {
            var adobe = new IIOMetadataNode("app14Adobe");
            adobe.setAttribute("version", "101");
            adobe.setAttribute("flags0", "0");
            adobe.setAttribute("flags1", "0");
            adobe.setAttribute("transform", transform.toString());
            sequence.appendChild(adobe);
        }
        sequence.appendChild(frame());
        sequence.appendChild(scan());
        root.appendChild(sequence);
        try {
            metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return metadata;
    }

    private static IIOMetadataNode frame() {
        var frame = new IIOMetadataNode("sof");
        frame.setAttribute("process", "0");
        frame.setAttribute("samplePrecision", "8");
        frame.setAttribute("numFrameComponents", "4");
        for (var id : List.of("1", "2", "3", "4")) {
            var component = new IIOMetadataNode("componentSpec");
            component.setAttribute("componentId", id);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
            component.setAttribute("QtableSelector", "0");
            frame.appendChild(component);
        }
        return frame;
    }

    private static IIOMetadataNode scan() {
        var scan = new IIOMetadataNode("sos");
        scan.setAttribute("numScanComponents", "4");
        scan.setAttribute("startSpectralSelection", "0");
        scan.setAttribute("endSpectralSelection", "63");
        scan.setAttribute("approxHigh", "0");
        scan.setAttribute("approxLow", "0");
        for (var id : List.of("1", "2", "3", "4")) {
            var component = new IIOMetadataNode("scanComponentSpec");
            component.setAttribute("componentSelector", id);
            component.setAttribute("dcHuffTable", "0");
            component.setAttribute("acHuffTable", "0");
            scan.appendChild(component);
        }
        return scan;
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
