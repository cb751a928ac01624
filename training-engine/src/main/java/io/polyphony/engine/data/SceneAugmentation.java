package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * For pictures with masks or boxes: mirrors, turns, scales and shifts, told to {@link Movements} so that masks follow, and makes
 * pictures a little lighter, darker, harder, softer or of another tint, or takes their colours, which changes no mask. Nothing is erased: a mask would show what nobody
 * can see.
 *
 * @param size pixels per side
 * @param strength 1 is the usual, 2 the most
 */
public record SceneAugmentation(int size, int channels, double strength, Movements movements, Leeway leeway)
        implements Augmentation {
    private static final double CONTRAST = 0.2;
    private static final double LIGHT = 0.2;
    /** Of single channels, so that tints change less than light does. */
    private static final double TINT = 0.1;

    /** How often a coloured picture loses its colours (Chen 2020, "SimCLR"), so that grey ones profit from it. */
    private static final double GREY = 0.2;

    /** @param layout of square pictures */
    public static SceneAugmentation of(double strength, InputLayout layout, Movements movements, Leeway leeway) {
        var shape = layout.block(InputLayout.PIXELS).shape();
        return new SceneAugmentation(shape[0], shape[2], strength, movements, leeway);
    }

    @Override
    public String block() {
        return InputLayout.PIXELS;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        var movement = movement(random);
        movements.moved(offset / (size * size * channels), movement);
        var source = lit(values, offset, random);
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                var at = offset + (y * size + x) * channels;
                sample(source, movement.sourceY(y, x, size), movement.sourceX(y, x, size), values, at);
            }
        }
    }

    /** The picture in another light: all of it, of colours each a little, and now and then without any. */
    private float[] lit(float[] values, int offset, RandomGenerator random) {
        var grey = channels > 1 && random.nextDouble() < GREY * strength;
        var gain = Math.exp(CONTRAST * strength * either(random));
        var light = LIGHT * strength * either(random);
        var source = new float[size * size * channels];
        for (var c = 0; c < channels; c++) {
            var own = (float) (grey || channels == 1 ? gain : gain * Math.exp(TINT * strength * either(random)));
            var added = (float) (grey || channels == 1 ? light : light + TINT * strength * either(random));
            for (var i = c; i < source.length; i += channels) {
                source[i] = own * (grey ? mean(values, offset + i - c) : values[offset + i]) + added;
            }
        }
        return source;
    }

    private float mean(float[] values, int pixel) {
        var sum = 0f;
        for (var c = 0; c < channels; c++) {
            sum += values[pixel + c];
        }
        return sum / channels;
    }

    private static double either(RandomGenerator random) {
        return 2 * random.nextDouble() - 1;
    }

    private Movement movement(RandomGenerator random) {
        return leeway.whole() ? Movement.whole(strength, leeway, random) : Movement.of(strength, leeway, random);
    }

    /** Bilinear; of a whole picture, beyond the border as light as the mean. */
    private void sample(float[] source, double y, double x, float[] target, int at) {
        if (leeway.whole() && (Math.min(y, x) < -0.5 || Math.max(y, x) > size - 0.5)) {
            Arrays.fill(target, at, at + channels, 0);
            return;
        }
        var insideY = Math.clamp(y, 0, size - 1.0);
        var insideX = Math.clamp(x, 0, size - 1.0);
        var top = Math.min((int) insideY, size - 2);
        var left = Math.min((int) insideX, size - 2);
        var below = (float) (insideY - top);
        var beside = (float) (insideX - left);
        for (var c = 0; c < channels; c++) {
            var i = (top * size + left) * channels + c;
            var upper = source[i] + beside * (source[i + channels] - source[i]);
            var j = i + size * channels;
            var lower = source[j] + beside * (source[j + channels] - source[j]);
            target[at + c] = upper + below * (lower - upper);
        }
    }
}
