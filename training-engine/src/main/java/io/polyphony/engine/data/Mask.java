package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * The class of every pixel of a picture.
 *
 * @param classes class index, or {@link #UNKNOWN}; row-major [height, width]
 */
public record Mask(int height, int width, byte[] classes) {
    /** A pixel of which nobody says what it is; it counts neither in training nor in metrics. */
    public static final byte UNKNOWN = -1;

    /** The class of that pixel. */
    public int at(int y, int x) {
        return classes[y * width + x];
    }

    /**
     * Fitted on a square as its picture is: how much of each of its pixels belongs to a class.
     *
     * @return share times {@link Masks#FULL}, or {@link #UNKNOWN} on the border that it leaves and where most is unknown
     */
    byte[] shares(int size, int wanted) {
        return fitted(size, weights -> {
            var known = 0.0;
            for (var weight : weights) {
                known += weight;
            }
            return (byte) (wanted < weights.length ? Math.round(Masks.FULL * weights[wanted] / known) : 0);
        });
    }

    /** Likewise the class that most of each pixel has. */
    byte[] majorities(int size) {
        return fitted(size, weights -> {
            var best = 0;
            for (var c = 1; c < weights.length; c++) {
                best = weights[c] > weights[best] ? c : best;
            }
            return (byte) best;
        });
    }

    /** @param of the areas of all classes within one pixel of the square, of which something is known */
    private byte[] fitted(int size, ToIntFunction<double[]> of) {
        var box = new Letterbox(height, width, size);
        var square = new byte[size * size];
        Arrays.fill(square, UNKNOWN);
        var weights = new double[most() + 1];
        for (var y = 0; y < box.tall(); y++) {
            for (var x = 0; x < box.wide(); x++) {
                Arrays.fill(weights, 0);
                var unknown = areas(y, x, (double) height / box.tall(), (double) width / box.wide(), weights);
                if (unknown < 0.5) {
                    square[(box.top() + y) * size + box.left() + x] = (byte) of.applyAsInt(weights);
                }
            }
        }
        return square;
    }

    /** The largest class that a pixel has; 0 where nothing is known. */
    private int most() {
        var most = 0;
        for (var found : classes) {
            most = Math.max(most, found);
        }
        return most;
    }

    /** Adds up the classes within a pixel of that extent; returns the share that is unknown. */
    private double areas(int y, int x, double tall, double wide, double[] weights) {
        var unknown = 0.0;
        var bottom = Math.min(height, (y + 1) * tall);
        var right = Math.min(width, (x + 1) * wide);
        for (var line = (int) (y * tall); line < bottom; line++) {
            var covered = Math.min(bottom, line + 1.0) - Math.max(y * tall, line);
            for (var column = (int) (x * wide); column < right; column++) {
                var area = covered * (Math.min(right, column + 1.0) - Math.max(x * wide, column));
                int found = at(line, column);
                if (found == UNKNOWN) {
                    unknown += area / (tall * wide);
                } else {
                    weights[found] += area;
                }
            }
        }
        return unknown;
    }

    /** The same with a longer side of at most that many pixels. */
    public Mask within(int most) {
        var longer = Math.max(height, width);
        if (longer <= most) {
            return this;
        }
        var box = new Letterbox(height, width, most);
        var smaller = new byte[box.tall() * box.wide()];
        for (var y = 0; y < box.tall(); y++) {
            for (var x = 0; x < box.wide(); x++) {
                smaller[y * box.wide() + x] =
                        classes[nearest(y, box.tall(), height) * width + nearest(x, box.wide(), width)];
            }
        }
        return new Mask(box.tall(), box.wide(), smaller);
    }

    /** The middle of a pixel of so many lies in which of the others. */
    private static int nearest(int at, int count, int others) {
        return Math.min(others - 1, (int) ((at + 0.5) * others / count));
    }
}
