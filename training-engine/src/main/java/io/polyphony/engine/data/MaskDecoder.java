package io.polyphony.engine.data;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import io.polyphony.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Objects;

/** Files of masks to the codes of their pixels: the stored sample of grey and palette images, red-green-blue of others. Upright, as pictures are. */
final class MaskDecoder {
    private static final long MOST_PIXELS = 50_000_000L;

    /**
     * The codes of a mask's pixels.
     *
     * @param codes grey level, index of the palette, or 0xRRGGBB; row-major [height, width]
     * @param coloured whether they are colours
     */
    record Codes(int height, int width, int[] codes, boolean coloured) {}

    private MaskDecoder() {}

    static Codes decode(byte[] bytes) throws MalformedMedia {
        ImageDecoder.requireRead(bytes);
        try {
            var image = Objects.requireNonNull(Pictures.read(bytes));
            if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                throw new MalformedMedia("it has %d x %d pixels, more than %d"
                        .formatted(image.getWidth(), image.getHeight(), MOST_PIXELS));
            }
            return codes(image);
        } catch (IOException | RuntimeException e) {
            throw new MalformedMedia("the image data are broken (%s)".formatted(Pictures.reason(e)), e);
        }
    }

    private static Codes codes(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        if (image.getRaster().getNumBands() == 1 || Pictures.isGrey(image)) {
            var samples = image.getRaster().getSamples(0, 0, width, height, 0, new int[width * height]);
            return new Codes(height, width, samples, false);
        }
        var colours = image.getRGB(0, 0, width, height, null, 0, width);
        var coloured = false;
        for (var i = 0; i < colours.length; i++) {
            colours[i] &= 0xFFFFFF;
            coloured |= !isGrey(colours[i]);
        }
        for (var i = 0; i < colours.length && !coloured; i++) {
            colours[i] &= 0xFF;
        }
        return new Codes(height, width, colours, coloured);
    }

    private static boolean isGrey(int colour) {
        return (colour & 0xFF) * 0x010101 == colour;
    }
}
