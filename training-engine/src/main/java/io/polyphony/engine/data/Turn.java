package io.polyphony.engine.data;

import java.util.random.RandomGenerator;

/**
 * Lays every square picture in one of the eight ways in which a square falls on itself. Pixels change places, and no more.
 *
 * @param movement that does it
 */
public record Turn(int size, int channels, Movement movement) implements Augmentation {

    /** @param way bits: left for right, top for bottom, lines for columns; 0 leaves it as it is */
    public static Turn of(InputLayout layout, int way) {
        var shape = layout.block(InputLayout.PIXELS).shape();
        if (shape[0] != shape[1]) {
            throw new IllegalArgumentException(
                    "Pictures of %d x %d pixels cannot be turned, only squares.".formatted(shape[0], shape[1]));
        }
        return new Turn(shape[0], shape[2], Movement.turned(way));
    }

    /** One for what lies on the pixels of a square: so many numbers each. */
    public static Turn of(int size, int channels, int way) {
        return new Turn(size, channels, Movement.turned(way));
    }

    @Override
    public String block() {
        return InputLayout.PIXELS;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        var source = new float[size * size * channels];
        System.arraycopy(values, offset, source, 0, source.length);
        for (var pixel = 0; pixel < size * size; pixel++) {
            System.arraycopy(
                    source, movement.source(pixel, size) * channels, values, offset + pixel * channels, channels);
        }
    }

    /** Adds what lies on a turned picture to where it lies on the picture itself. */
    public void addBack(float[] turned, float[] sums) {
        for (var pixel = 0; pixel < size * size; pixel++) {
            var to = movement.source(pixel, size) * channels;
            for (var c = 0; c < channels; c++) {
                sums[to + c] += turned[pixel * channels + c];
            }
        }
    }
}
