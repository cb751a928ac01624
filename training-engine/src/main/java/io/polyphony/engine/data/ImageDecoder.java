package io.polyphony.engine.data;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import io.polyphony.media.PictureFacts;
import io.polyphony.media.PictureFile;
import io.polyphony.media.PictureKind;
import io.polyphony.media.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Files of images to pictures, upright as the camera was held. Transparent parts become white. */
final class ImageDecoder {

    /** Beyond this many pixels a file is a mistake or an attack, not a sample. */
    private static final long MOST_PIXELS = 200_000_000L;

    /** Red, green and blue as the eye weighs them (ITU-R BT.601). */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    private ImageDecoder() {}

    /**
     * @param wanted size of the shorter use; a far larger file is thinned out while it is read
     * @param channels 1 for grey, 3 for RGB
     */
    static Picture decode(byte[] bytes, int wanted, int channels) throws MalformedMedia {
        requireRead(bytes);
        try {
            return picture(PictureFile.open(bytes, reader -> read(reader, wanted, bytes)), channels);
        } catch (IOException | RuntimeException e) {
            throw new MalformedMedia("the image data are broken (%s)".formatted(Pictures.reason(e)), e);
        }
    }

    /** Height and width, without decoding the pixels. */
    static int[] extent(byte[] bytes) throws MalformedMedia {
        requireRead(bytes);
        try {
            return Pictures.extent(bytes);
        } catch (IOException | RuntimeException e) {
            throw new MalformedMedia("the image data are broken (%s)".formatted(Pictures.reason(e)), e);
        }
    }

    /** Refuses what is of no kind that is read. */
    static void requireRead(byte[] bytes) throws MalformedMedia {
        var refusal = PictureKind.refusal(bytes);
        if (refusal != null) {
            throw new MalformedMedia(refusal);
        }
    }

    /** Whether the picture lies on its side in the file. */
    static boolean lies(byte[] bytes) {
        return PictureFacts.of(bytes).lies();
    }

    private static BufferedImage read(ImageReader reader, int wanted, byte[] bytes) throws IOException, MalformedMedia {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new MalformedMedia("it has %d x %d pixels, more than %d".formatted(width, height, MOST_PIXELS));
        }
        return Pictures.read(reader, Math.max(1, Math.min(width, height) / (4 * wanted)), bytes);
    }

    private static Picture picture(BufferedImage image, int channels) {
        var values = Pictures.isGrey(image) ? greyOf(image) : null;
        var pixels = image.getHeight() * image.getWidth();
        var result = new float[pixels * channels];
        var rgb = new float[3];
        for (var i = 0; i < pixels; i++) {
            if (values == null) {
                rgb(image.getRGB(i % image.getWidth(), i / image.getWidth()), rgb);
            } else {
                rgb[0] = rgb[1] = rgb[2] = values[i];
            }
            if (channels == 1) {
                result[i] = LUMA[0] * rgb[0] + LUMA[1] * rgb[1] + LUMA[2] * rgb[2];
            } else {
                System.arraycopy(rgb, 0, result, 3 * i, 3);
            }
        }
        return new Picture(image.getHeight(), image.getWidth(), channels, result);
    }

    /** The samples as they are stored: Java's own conversion would take them for linear light and brighten them. */
    private static float[] greyOf(BufferedImage image) {
        var samples = band(image, 0);
        if (image.getColorModel().hasAlpha()) {
            var opacity = band(image, 1);
            for (var i = 0; i < samples.length; i++) {
                samples[i] = samples[i] * opacity[i] + (1 - opacity[i]);
            }
        }
        return samples;
    }

    private static float[] band(BufferedImage image, int band) {
        var samples = image.getRaster()
                .getSamples(
                        0,
                        0,
                        image.getWidth(),
                        image.getHeight(),
                        band,
                        new float[image.getWidth() * image.getHeight()]);
        var full = (float) ((1L << image.getSampleModel().getSampleSize(band)) - 1);
        for (var i = 0; i < samples.length; i++) {
            samples[i] /= full;
        }
        return samples;
    }

    private static void rgb(int argb, float[] target) {
        new Color(argb, true).getRGBColorComponents(target);
        var opacity = (argb >>> 24) / 255f;
        for (var c = 0; c < 3; c++) {
            target[c] = target[c] * opacity + (1 - opacity);
        }
    }
}
