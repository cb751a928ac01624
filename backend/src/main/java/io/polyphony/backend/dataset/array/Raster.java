package io.polyphony.backend.dataset.array;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * How the rows of an array are pictures.
 *
 * @param channels 1 grey, 3 coloured, 4 coloured and see-through
 * @param first whether the channels are the first dimension, as PyTorch has them, and not the last, as Keras has them
 * @param low what is black
 * @param high what is white
 */
public record Raster(int height, int width, int channels, boolean first, double low, double high) {
    private static final int SMALLEST = 8;
    private static final int WHITE = 255;

    /** How they are; empty where they are no pictures. */
    static Optional<Raster> of(int[] shape, ArrayFacts facts) {
        return sized(shape, facts.whole()).flatMap(raster -> {
            if (facts.within(0, 1)) {
                return Optional.of(raster.between(0, 1));
            }
            if (facts.within(0, WHITE)) {
                return Optional.of(raster.between(0, WHITE));
            }
            return facts.within(-1, 1) ? Optional.of(raster.between(-1, 1)) : Optional.empty();
        });
    }

    private static Optional<Raster> sized(int[] shape, boolean whole) {
        boolean large = Arrays.stream(shape).filter(size -> size >= SMALLEST).count() >= 2;
        if (shape.length == 2) {
            // Steps and channels of measurements are rarely as many, nor whole.
            boolean seen = large && (whole || shape[0] == shape[1]);
            return seen ? Optional.of(new Raster(shape[0], shape[1], 1, false, 0, 0)) : Optional.empty();
        }
        if (large && shape.length == 3 && isChannels(shape[2])) {
            return Optional.of(new Raster(shape[0], shape[1], shape[2], false, 0, 0));
        }
        return large && shape.length == 3 && isChannels(shape[0])
                ? Optional.of(new Raster(shape[1], shape[2], shape[0], true, 0, 0))
                : Optional.empty();
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == 3 || size == 4;
    }

    private Raster between(double black, double white) {
        return new Raster(height, width, channels, first, black, white);
    }

    /** Numbers of a picture. */
    public int size() {
        return height * width * channels;
    }

    /** A picture as a PNG. */
    public byte[] png(double[] numbers) throws IOException {
        var kinds = new int[] {
            0, BufferedImage.TYPE_BYTE_GRAY, 0, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR
        };
        var picture = new BufferedImage(width, height, kinds[channels]);
        var raster = picture.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    raster.setSample(x, y, channel, level(numbers[at(y, x, channel)]));
                }
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        }
        return bytes.toByteArray();
    }

    private int at(int y, int x, int channel) {
        return first ? (channel * height + y) * width + x : (y * width + x) * channels + channel;
    }

    private int level(double number) {
        return Double.isNaN(number) ? 0 : (int) Math.round(WHITE * (number - low) / (high - low));
    }
}
