package io.polyphony.engine.auxiliary;

import io.polyphony.engine.data.InputFeatures;
import java.util.Arrays;

/**
 * How badly rows of one input are told: the negative logarithm of the likelihood of what there is to be told, numbers
 * normal with one variance for each block (half the squared error), shares by their cross-entropy; as a share of what would
 * be lost by telling the same of every row.
 */
public final class Reconstruction {
    private static final double LEAST_VARIANCE = 1e-8;
    /** Of each number or group of shares: what hardly varies is no yardstick. */
    private static final double LEAST_LOSS = 0.05;

    private final Targets targets;
    private final int count;
    private final float[] mean;
    private final float[] deviation;
    private final double constant;

    /** @param sample of the train rows, which the scale is taken from */
    public Reconstruction(Targets targets, InputFeatures sample) {
        this.targets = targets;
        this.count = targets.count();
        this.mean = new float[count];
        this.deviation = new float[count];
        Arrays.fill(deviation, 1);
        var scale = new Scale(targets, sample);
        scale.write(mean, deviation);
        this.constant = Math.max(LEAST_LOSS * things(targets), scale.constant());
    }

    /** Numbers and groups of shares. */
    private static int things(Targets targets) {
        return targets.parts().stream()
                .mapToInt(part -> part.groups().length == 0 ? part.count() : part.groups().length)
                .sum();
    }

    /** How many numbers are to be told of a row. */
    public int count() {
        return count;
    }

    /** The negative log-likelihood of a row, in nats, of one who tells the same of every row. */
    public double constant() {
        return constant;
    }

    /** Writes what is to be told of one row, scaled; {@code known} is 0 where nothing is. */
    public void read(Blocks blocks, int row, float[] target, float[] known, int at) {
        targets.read(blocks, row, target, known, at);
        for (int i = 0; i < count; i++) {
            target[at + i] = (target[at + i] - mean[i]) / deviation[i];
        }
    }

    /**
     * The mean over rows of what was lost, as a share of {@link #constant}, and its gradient.
     *
     * @param told what is said of the rows, row-major
     * @param known which of it counts
     * @param present rows that have the input; the mean is over them
     * @param gradient overwritten
     */
    public double evaluate(float[] told, float[] target, float[] known, int present, float[] gradient) {
        Arrays.fill(gradient, 0);
        double scale = 1 / (Math.max(1, present) * constant);
        double loss = 0;
        for (int row = 0; row < told.length / count; row++) {
            int at = row * count;
            for (var part : targets.parts()) {
                loss += part.groups().length == 0
                        ? numbers(part, told, target, known, at, scale, gradient)
                        : shares(part, told, target, known, at, scale, gradient);
                at += part.count();
            }
        }
        return loss;
    }

    /**
     * The mean over the rows that have the input, as a share of {@link #constant}; NaN where none has.
     *
     * @param told what is said of all rows, row-major
     */
    public double evaluate(InputFeatures features, float[] told) {
        var blocks = Blocks.of(features);
        var row = new float[count];
        var target = new float[count];
        var known = new float[count];
        var gradient = new float[count];
        double sum = 0;
        int present = 0;
        for (int i = 0; i < features.rows(); i++) {
            if (features.present()[i]) {
                System.arraycopy(told, i * count, row, 0, count);
                read(blocks, i, target, known, 0);
                sum += evaluate(row, target, known, 1, gradient);
                present++;
            }
        }
        return sum / present;
    }

    private static double numbers(
            Target part, float[] told, float[] target, float[] known, int at, double scale, float[] gradient) {
        double loss = 0;
        for (int i = at; i < at + part.count(); i++) {
            double error = known[i] * (told[i] - target[i]);
            loss += scale * error * error / 2;
            gradient[i] = (float) (scale * error);
        }
        return loss;
    }

    private static double shares(
            Target part, float[] told, float[] target, float[] known, int at, double scale, float[] gradient) {
        double loss = 0;
        int from = at;
        for (int size : part.groups()) {
            if (known[from] > 0) {
                double norm = logSum(told, from, size);
                for (int i = from; i < from + size; i++) {
                    double log = told[i] - norm;
                    loss -= scale * target[i] * log;
                    gradient[i] = (float) (scale * (Math.exp(log) - target[i]));
                }
            }
            from += size;
        }
        return loss;
    }

    private static double logSum(float[] logits, int from, int size) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + size; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            sum += Math.exp(logits[i] - largest);
        }
        return largest + Math.log(sum);
    }

    /** Mean and deviation of what there is to be told, and what a constant loses. */
    private static final class Scale {
        private final Targets targets;
        private double rows;
        private final double[] sums;
        private final double[] squares;
        private final double[] counts;

        Scale(Targets targets, InputFeatures sample) {
            this.targets = targets;
            int count = targets.count();
            sums = new double[count];
            squares = new double[count];
            counts = new double[count];
            var target = new float[count];
            var known = new float[count];
            var blocks = Blocks.of(sample);
            for (int row = 0; row < sample.rows(); row++) {
                if (sample.present()[row]) {
                    targets.read(blocks, row, target, known, 0);
                    add(target, known);
                }
            }
        }

        private void add(float[] target, float[] known) {
            rows++;
            for (int i = 0; i < target.length; i++) {
                sums[i] += known[i] * target[i];
                squares[i] += known[i] * target[i] * target[i];
                counts[i] += known[i];
            }
        }

        private double mean(int i) {
            return counts[i] == 0 ? 0 : sums[i] / counts[i];
        }

        private double variance(int i) {
            return counts[i] == 0 ? 0 : Math.max(0, squares[i] / counts[i] - mean(i) * mean(i));
        }

        /** Numbers of a block have their own means and one deviation; shares stay as they are. */
        void write(float[] mean, float[] deviation) {
            int at = 0;
            for (var part : targets.parts()) {
                for (int i = at; i < at + part.count() && part.groups().length == 0; i++) {
                    mean[i] = (float) mean(i);
                    deviation[i] = (float) Math.sqrt(variance(at, part.count()));
                }
                at += part.count();
            }
        }

        /** The mean variance of some numbers, as far as they are there. */
        private double variance(int from, int count) {
            double sum = 0;
            double known = 0;
            for (int i = from; i < from + count; i++) {
                sum += counts[i] * variance(i);
                known += counts[i];
            }
            return Math.max(LEAST_VARIANCE, sum / Math.max(1, known));
        }

        /** Per row: half for each number that is there, the entropy of the mean for each group of shares. */
        double constant() {
            double loss = 0;
            int at = 0;
            for (var part : targets.parts()) {
                double variance = variance(at, part.count());
                for (int i = at; i < at + part.count(); i++) {
                    loss += part.groups().length == 0 ? counts[i] * variance(i) / variance / 2 : share(i);
                }
                at += part.count();
            }
            return loss / Math.max(1, rows);
        }

        private double share(int i) {
            double mean = mean(i);
            return mean > 0 ? -counts[i] * mean * Math.log(mean) : 0;
        }
    }
}
