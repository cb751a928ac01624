package io.polyphony.engine.data;

import java.util.random.RandomGenerator;

/**
 * The square patches of pictures [height, width, channels], each less its mean and by its contrast, so that one in the shade is the
 * same as one in the sun.
 *
 * @param height of a picture, at least a patch's
 * @param width the same
 */
record Patches(int height, int width, int channels) {
    /** Pixels per side of a patch. */
    static final int SIDE = 6;

    /** Added to a patch's variance: what differs by less than noise is flat. Pixels have a variance of about one. */
    private static final double FLAT = 3e-3;

    /** Numbers of a patch. */
    int length() {
        return SIDE * SIDE * channels;
    }

    /** Numbers of a picture. */
    int picture() {
        return height * width * channels;
    }

    /** Places of a patch from top to bottom. */
    int down() {
        return height - SIDE + 1;
    }

    /** The same from left to right. */
    int across() {
        return width - SIDE + 1;
    }

    /** Writes the patch whose upper left corner is there. */
    void read(float[] pixels, int offset, int top, int left, float[] patch) {
        int line = SIDE * channels;
        for (int y = 0; y < SIDE; y++) {
            System.arraycopy(pixels, offset + ((top + y) * width + left) * channels, patch, y * line, line);
        }
        normalise(patch);
    }

    /** Some patches of some pictures that lie one behind the other, at least one. */
    float[][] some(float[] pixels, int count, RandomGenerator random) {
        var patches = new float[count][length()];
        for (var patch : patches) {
            int offset = random.nextInt(pixels.length / picture()) * picture();
            read(pixels, offset, random.nextInt(down()), random.nextInt(across()), patch);
        }
        return patches;
    }

    private static void normalise(float[] patch) {
        double sum = 0;
        double squares = 0;
        for (float value : patch) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / patch.length;
        double contrast = Math.sqrt(Math.max(0, squares / patch.length - mean * mean) + FLAT);
        for (int i = 0; i < patch.length; i++) {
            patch[i] = (float) ((patch[i] - mean) / contrast);
        }
    }
}
