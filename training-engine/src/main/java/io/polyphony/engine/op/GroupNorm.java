package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Every row's [.., channels], group by group of neighbouring channels, brought to mean 0 and variance 1, then scaled by
 * [channels] and shifted by [channels] (Wu and He 2018), and rectified if so wished. Unlike batch normalisation it knows no other rows, so padding
 * and batch size do not matter and nothing has to be remembered for evaluation.
 *
 * @param groups must divide the channels
 * @param rectified whether max(., 0) follows; with it here the numbers go through memory once, not twice
 */
public record GroupNorm(int groups, boolean rectified) implements Primitive {
    /** Added to the variance, so that nothing is divided by zero. */
    public static final double EPSILON = 1e-5;

    public GroupNorm {
        Check.range("groups", groups, 1, 4096);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        int channels = inputs.get(0).last();
        ShapeMismatch.unless(
                channels % groups == 0
                        && inputs.get(1).size() == channels
                        && inputs.get(2).size() == channels,
                "GroupNorm",
                inputs,
                "[batch, .., channels], [channels] and [channels], channels divisible by " + groups);
        return inputs.get(0);
    }

    @Override
    public boolean readsInput(int index) {
        return index != 2 || rectified;
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 6L * inputs.get(0).size();
    }

    @Override
    public String onnx(Twin twin) {
        var shape = twin.shape(0);
        int channels = shape.last();
        var x = twin.reshaped(twin.input(0), shape.size() / shape.extent(0) / channels, groups, channels / groups);
        var centred = twin.node("Sub", x, twin.mean(x, 1, 3));
        var variance = twin.mean(twin.node("Mul", centred, centred), 1, 3);
        var norm = twin.node("Div", centred, twin.node("Sqrt", twin.plus(variance, EPSILON)));
        var extents = new int[shape.rank() - 1];
        Arrays.setAll(extents, axis -> shape.extent(axis + 1));
        var scaled = twin.node("Mul", twin.reshaped(norm, extents), twin.input(1));
        var shifted = twin.node("Add", scaled, twin.input(2));
        return rectified ? twin.node("Relu", shifted) : shifted;
    }

    @Override
    public Work bind(Site site) {
        return site.facts().precision() == Precision.FLOAT ? new GroupNormFloats(site, this) : new Norm(site, this);
    }

    /**
     * Works on sums per channel, from which those per group follow; then every number is a times itself plus b, with one
     * a and b per channel.
     */
    private static final class Norm implements Work {
        private final Site site;
        private final int groups;
        private final boolean rectified;
        private final int batch;
        private final int channels;
        private final int size;
        private final double[] row;
        private final double[] slopes;
        private final double[] gain;
        private final double[] shift;
        private final double[] sums;
        private final double[] products;
        private final double[] factor;
        private final double[] offset;
        private final double[] own;
        private final double[] means;
        private final double[] scales;
        private final double[] gainGradient;
        private final double[] shiftGradient;

        Norm(Site site, GroupNorm norm) {
            this.site = site;
            groups = norm.groups;
            rectified = norm.rectified;
            batch = site.shape(0).extent(0);
            channels = site.shape(0).last();
            size = site.shape(0).size() / batch;
            row = new double[size];
            slopes = new double[size];
            gain = new double[channels];
            shift = new double[channels];
            sums = new double[channels];
            products = new double[channels];
            factor = new double[channels];
            offset = new double[channels];
            own = new double[channels];
            means = new double[batch * groups];
            scales = new double[batch * groups];
            gainGradient = new double[channels];
            shiftGradient = new double[channels];
        }

        @Override
        public void forward(Pass pass) {
            site.input(1).read(0, gain, channels);
            site.input(2).read(0, shift, channels);
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * size, row, size);
                accumulate(row, row);
                for (int g = 0; g < groups; g++) {
                    normalise(b * groups + g, g);
                }
                for (int at = 0; at < size; at += channels) {
                    for (int c = 0; c < channels; c++) {
                        double y = factor[c] * row[at + c] + offset[c];
                        row[at + c] = rectified ? Math.max(0, y) : y;
                    }
                }
                site.output().write(b * size, row, size);
            }
        }

        /** Sums of the second vector, and of the product of both, per channel. */
        private void accumulate(double[] first, double[] second) {
            Arrays.fill(sums, 0);
            Arrays.fill(products, 0);
            for (int at = 0; at < size; at += channels) {
                for (int c = 0; c < channels; c++) {
                    sums[c] += second[at + c];
                    products[c] += first[at + c] * second[at + c];
                }
            }
        }

        private void normalise(int place, int group) {
            int width = channels / groups;
            double count = (double) size / groups;
            double sum = 0;
            double square = 0;
            for (int c = group * width; c < (group + 1) * width; c++) {
                sum += sums[c];
                square += products[c];
            }
            double mean = sum / count;
            double scale = 1 / Math.sqrt(Math.max(0, square / count - mean * mean) + EPSILON);
            means[place] = mean;
            scales[place] = scale;
            line(place, group);
        }

        /** What a number of the group is scaled and shifted by. */
        private void line(int place, int group) {
            int width = channels / groups;
            for (int c = group * width; c < (group + 1) * width; c++) {
                factor[c] = gain[c] * scales[place];
                offset[c] = shift[c] - gain[c] * scales[place] * means[place];
            }
        }

        /** Where the result is not above zero, nothing comes back. */
        private void gate(int b) {
            for (int g = 0; g < groups; g++) {
                line(b * groups + g, g);
            }
            for (int i = 0; i < size; i++) {
                int c = i % channels;
                slopes[i] = factor[c] * row[i] + offset[c] > 0 ? slopes[i] : 0;
            }
        }

        @Override
        public void backward() {
            site.input(1).read(0, gain, channels);
            if (rectified) {
                site.input(2).read(0, shift, channels);
            }
            Arrays.fill(gainGradient, 0);
            Arrays.fill(shiftGradient, 0);
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * size, row, size);
                site.outputGradient().read(b * size, slopes, size);
                if (rectified) {
                    gate(b);
                }
                accumulate(row, slopes);
                for (int g = 0; g < groups; g++) {
                    slope(b * groups + g, g);
                }
                if (site.wants(0)) {
                    writeSlopes(b);
                }
            }
            if (site.wants(1)) {
                site.inputGradient(1).write(0, gainGradient, channels);
            }
            if (site.wants(2)) {
                site.inputGradient(2).write(0, shiftGradient, channels);
            }
        }

        /** dx = scale (gain dy - mean(gain dy) - x^ mean(gain dy x^)), as factor dy + own x + offset. */
        private void slope(int place, int group) {
            int width = channels / groups;
            double count = (double) size / groups;
            double mean = means[place];
            double scale = scales[place];
            double sum = 0;
            double dot = 0;
            for (int c = group * width; c < (group + 1) * width; c++) {
                double normalised = scale * (products[c] - mean * sums[c]);
                gainGradient[c] += normalised;
                shiftGradient[c] += sums[c];
                sum += gain[c] * sums[c];
                dot += gain[c] * normalised;
            }
            for (int c = group * width; c < (group + 1) * width; c++) {
                factor[c] = scale * gain[c];
                own[c] = -scale * scale * dot / count;
                offset[c] = -scale * sum / count + scale * scale * mean * dot / count;
            }
        }

        private void writeSlopes(int b) {
            for (int at = 0; at < size; at += channels) {
                for (int c = 0; c < channels; c++) {
                    slopes[at + c] = factor[c] * slopes[at + c] + own[c] * row[at + c] + offset[c];
                }
            }
            site.inputGradient(0).write(b * size, slopes, size);
        }
    }
}
