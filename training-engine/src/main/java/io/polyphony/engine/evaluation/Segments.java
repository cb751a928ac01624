package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.Letterbox;
import io.polyphony.engine.data.Mask;
import io.polyphony.engine.data.Masks;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Masks that a network draws, and how well they cover the true ones. Both are compared at the true mask's own size (its longer
 * side at most 1024 pixels): the network's probabilities are enlarged bilinearly, and the most probable class is drawn, or of two
 * the one that the task's threshold decides for.
 */
public final class Segments {
    private Segments() {}

    /** What the network draws for a row, at the size of the row's picture. */
    public static Mask drawn(TaskPredictions predictions, int row) {
        var masks = masks(predictions);
        var extent = masks.extent(row);
        return drawn(predictions, masks, row, extent[0], extent[1]);
    }

    private static Mask drawn(TaskPredictions predictions, Masks masks, int row, int height, int width) {
        var box = new Letterbox(height, width, masks.size());
        var threshold = (float) predictions.thresholds().of(0);
        var enlarged = new Enlarged(predictions.scores()[row], masks.channels(), threshold, box);
        var classes = new byte[height * width];
        for (var y = 0; y < height; y++) {
            enlarged.line(y);
            for (var x = 0; x < width; x++) {
                classes[y * width + x] = (byte) enlarged.classAt(x);
            }
        }
        return new Mask(height, width, classes);
    }

    /** The mean over pictures of intersection / union: of two classes the second's, of more the mean over those that are there or drawn. */
    static double iou(TaskPredictions predictions) {
        return mean(predictions, Overlap::iou);
    }

    /** Likewise 2 intersection / (true + drawn). */
    static double dice(TaskPredictions predictions) {
        return mean(predictions, Overlap::dice);
    }

    /** The mean over pictures of the share of pixels whose class is right. */
    static double pixelAccuracy(TaskPredictions predictions) {
        return mean(predictions, Overlap::accuracy);
    }

    private static double mean(TaskPredictions predictions, ToDoubleFunction<Overlap> of) {
        var masks = masks(predictions);
        var sum = 0.0;
        var count = 0;
        for (var row = 0; row < predictions.rows(); row++) {
            var overlap = overlap(predictions, masks, row);
            if (overlap != null) {
                sum += of.applyAsDouble(overlap);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static @Nullable Overlap overlap(TaskPredictions predictions, Masks masks, int row) {
        var truth = masks.mask(row);
        if (truth == null) {
            return null;
        }
        var overlap = new Overlap(masks.classes());
        var drawn = drawn(predictions, masks, row, truth.height(), truth.width());
        for (var i = 0; i < drawn.classes().length; i++) {
            overlap.add(truth.classes()[i], drawn.classes()[i]);
        }
        return overlap.known == 0 ? null : overlap;
    }

    private static Masks masks(TaskPredictions predictions) {
        return Masks.of(predictions.task().name(), predictions.scenes());
    }

    /** Pixels of one picture by their true and their drawn class. */
    private static final class Overlap {
        private final long[] both;
        private final long[] there;
        private final long[] drawn;
        private long known;

        Overlap(int classes) {
            both = new long[classes];
            there = new long[classes];
            drawn = new long[classes];
        }

        void add(byte truth, byte said) {
            if (truth != Mask.UNKNOWN) {
                known++;
                there[truth]++;
                drawn[said]++;
                both[truth] += truth == said ? 1 : 0;
            }
        }

        double iou() {
            return overClasses(c -> (double) both[c] / (there[c] + drawn[c] - both[c]));
        }

        double dice() {
            return overClasses(c -> 2.0 * both[c] / (there[c] + drawn[c]));
        }

        double accuracy() {
            long right = 0;
            for (var count : both) {
                right += count;
            }
            return (double) right / known;
        }

        /** A foreground that is neither there nor drawn is right. */
        private double overClasses(IntToDoubleFunction of) {
            var first = both.length == 2 ? 1 : 0;
            var sum = 0.0;
            var count = 0;
            for (var c = first; c < both.length; c++) {
                if (there[c] + drawn[c] > 0) {
                    sum += of.applyAsDouble(c);
                    count++;
                }
            }
            return count == 0 ? 1 : sum / count;
        }
    }

    /** Probabilities on the network's square, seen line by line at a picture's own size. */
    private static final class Enlarged {
        private final float[] scores;
        private final int channels;
        private final float threshold;
        private final Letterbox box;
        private final float[] line;
        private int below;
        private int above;
        private float share;

        Enlarged(float[] scores, int channels, float threshold, Letterbox box) {
            this.scores = scores;
            this.channels = channels;
            this.threshold = threshold;
            this.box = box;
            this.line = new float[box.size() * channels];
        }

        /** Blends the two lines of the square between which the picture's line lies. */
        void line(int y) {
            place((y + 0.5) * box.tall() / box.height() - 0.5, box.top(), box.tall());
            var width = box.size() * channels;
            for (var i = 0; i < width; i++) {
                var upper = scores[above * width + i];
                line[i] = upper + share * (scores[below * width + i] - upper);
            }
        }

        private void place(double at, int first, int count) {
            var inside = Math.clamp(at, 0, count - 1.0);
            var lower = (int) inside;
            above = first + lower;
            below = first + Math.min(lower + 1, count - 1);
            share = (float) (inside - lower);
        }

        int classAt(int x) {
            var inside = Math.clamp((x + 0.5) * box.wide() / box.width() - 0.5, 0, box.wide() - 1.0);
            var lower = (int) inside;
            var left = (box.left() + lower) * channels;
            var right = (box.left() + Math.min(lower + 1, box.wide() - 1)) * channels;
            var part = (float) (inside - lower);
            if (channels == 1) {
                return line[left] + part * (line[right] - line[left]) > threshold ? 1 : 0;
            }
            var best = 0;
            var most = Float.NEGATIVE_INFINITY;
            for (var c = 0; c < channels; c++) {
                var value = line[left + c] + part * (line[right + c] - line[left + c]);
                if (value > most) {
                    best = c;
                    most = value;
                }
            }
            return best;
        }
    }
}
