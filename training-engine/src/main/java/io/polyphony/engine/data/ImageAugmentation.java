package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Mirrors as far as it may, shifts, turns and scales a little, makes lighter or darker and colours stronger or weaker, and now and then
 * erases a rectangle (random erasing, Zhong 2020).
 *
 * @param mirror all eight ways need a square
 * @param strength 1 is up to 6 % of the size, 10 degrees, 10 % and a fifth of a deviation of light
 */
record ImageAugmentation(int height, int width, int channels, Mirror mirror, double strength) implements Augmentation {

    private static final double SHIFT = 0.06;
    private static final double TURN = Math.toRadians(10);
    private static final double SCALE = 0.1;
    private static final double LIGHT = 0.2;
    private static final double CONTRAST = 0.2;
    /** Of single channels, so that tints change less than light does. */
    private static final double TINT = 0.1;

    private static final double ERASED = 0.25;
    private static final double ERASED_SIDE = 0.3;

    static ImageAugmentation of(AugmentSpec spec, InputLayout layout) {
        var shape = layout.block(InputLayout.PIXELS).shape();
        return new ImageAugmentation(shape[0], shape[1], shape[2], spec.mirror(), spec.image());
    }

    @Override
    public String block() {
        return InputLayout.PIXELS;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        move(values, offset, random);
        if (strength == 0) {
            return;
        }
        colour(values, offset, random);
        if (random.nextDouble() < Math.min(1, ERASED * strength)) {
            erase(values, offset, random);
        }
    }

    private void move(float[] values, int offset, RandomGenerator random) {
        var angle = TURN * strength * either(random);
        var scale = Math.exp(SCALE * strength * either(random));
        var down = SHIFT * strength * height * either(random);
        var right = SHIFT * strength * width * either(random);
        var way = mirror.draw(random);
        var cos = Math.cos(angle) * scale;
        var sin = Math.sin(angle) * scale;
        var source = new float[height * width * channels];
        System.arraycopy(values, offset, source, 0, source.length);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var up = (way & 2) == 0 ? y - (height - 1) / 2.0 : (height - 1) / 2.0 - y;
                var across = (way & 1) == 0 ? x - (width - 1) / 2.0 : (width - 1) / 2.0 - x;
                var dy = (way & 4) == 0 ? up : across;
                var dx = (way & 4) == 0 ? across : up;
                var fromY = (height - 1) / 2.0 + cos * dy + sin * dx + down;
                var fromX = (width - 1) / 2.0 - sin * dy + cos * dx + right;
                sample(source, fromY, fromX, values, offset + (y * width + x) * channels);
            }
        }
    }

    /** Bilinear; beyond the border the border goes on. */
    private void sample(float[] source, double y, double x, float[] target, int at) {
        var insideY = Math.clamp(y, 0, height - 1.0);
        var insideX = Math.clamp(x, 0, width - 1.0);
        var top = Math.min((int) insideY, Math.max(0, height - 2));
        var left = Math.min((int) insideX, Math.max(0, width - 2));
        var below = (float) (insideY - top);
        var beside = (float) (insideX - left);
        var down = height > 1 ? width * channels : 0;
        var right = width > 1 ? channels : 0;
        for (var c = 0; c < channels; c++) {
            var i = (top * width + left) * channels + c;
            var upper = source[i] + beside * (source[i + right] - source[i]);
            var lower = source[i + down] + beside * (source[i + down + right] - source[i + down]);
            target[at + c] = upper + below * (lower - upper);
        }
    }

    /** Contrast and light of the whole, and a little of each channel. */
    private void colour(float[] values, int offset, RandomGenerator random) {
        var contrast = Math.exp(CONTRAST * strength * either(random));
        var light = LIGHT * strength * either(random);
        for (var c = 0; c < channels; c++) {
            var gain = (float) (contrast * (channels == 1 ? 1 : Math.exp(TINT * strength * either(random))));
            var shift = (float) (light + (channels == 1 ? 0 : TINT * strength * either(random)));
            for (var i = offset + c; i < offset + height * width * channels; i += channels) {
                values[i] = gain * values[i] + shift;
            }
        }
    }

    private void erase(float[] values, int offset, RandomGenerator random) {
        var tall = 1 + random.nextInt(Math.max(1, (int) (ERASED_SIDE * height)));
        var wide = 1 + random.nextInt(Math.max(1, (int) (ERASED_SIDE * width)));
        var top = random.nextInt(height - tall + 1);
        var left = random.nextInt(width - wide + 1);
        for (var y = top; y < top + tall; y++) {
            var from = offset + (y * width + left) * channels;
            Arrays.fill(values, from, from + wide * channels, 0);
        }
    }

    private static double either(RandomGenerator random) {
        return 2 * random.nextDouble() - 1;
    }
}
