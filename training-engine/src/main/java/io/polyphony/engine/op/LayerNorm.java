package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Every row of [.., n] brought to mean 0 and variance 1, then scaled by [n] and shifted by [n] (Ba, Kiros and Hinton
 * 2016).
 */
public record LayerNorm() implements Primitive {
    private static final String FAST = "normalise";
    /** Added to the variance, so that nothing is divided by zero. */
    public static final double EPSILON = 1e-5;

    @Override
    public Shape shape(List<Shape> inputs) {
        int width = inputs.get(0).last();
        ShapeMismatch.unless(
                inputs.get(1).size() == width && inputs.get(2).size() == width,
                "LayerNorm",
                inputs,
                "[.., n], [n] and [n]");
        return inputs.get(0);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 8L * inputs.get(0).size();
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node(
                "LayerNormalization",
                List.of(twin.input(0), twin.input(1), twin.input(2)),
                Attribute.whole("axis", -1),
                Attribute.real("epsilon", EPSILON));
    }

    /** Mean and variance of every row. */
    @Override
    public List<Shape> saved(Facts facts) {
        var moments = Shape.of(facts.inputs().get(0).rows());
        return facts.knows(FAST) ? List.of(moments, moments) : List.of();
    }

    /** The library writes all gradients, wanted or not. */
    @Override
    public List<Shape> scratch(Facts facts) {
        return facts.knows(FAST) && facts.differentiated() ? Kernels.unwanted(facts) : List.of();
    }

    @Override
    public Work bind(Site site) {
        return site.facts().knows(FAST) ? library(site) : new Norm(site);
    }

    private static Work library(Site site) {
        var x = site.input(0);
        var gain = site.input(1);
        var forward = site.kernel(
                Call.of(FAST, List.of(x, gain, site.input(2)), List.of(site.output(), site.saved(0), site.saved(1)))
                        .reals(EPSILON));
        if (!site.facts().differentiated()) {
            return Kernels.work(List.of(forward), List.of());
        }
        var backward = site.kernel(Call.of(
                        FAST + "_bp",
                        List.of(x, gain, site.saved(0), site.saved(1), site.outputGradient()),
                        Kernels.gradients(site))
                .reals(EPSILON));
        return Kernels.work(List.of(forward), List.of(backward));
    }

    private static final class Norm implements Work {
        private final Site site;
        private final int rows;
        private final int width;
        private final double[] row;
        private final double[] slope;
        private final double[] gain;
        private final double[] shift;
        private final double[] gainGradient;
        private final double[] shiftGradient;

        Norm(Site site) {
            this.site = site;
            rows = site.shape(0).rows();
            width = site.shape(0).last();
            row = new double[width];
            slope = new double[width];
            gain = new double[width];
            shift = new double[width];
            gainGradient = new double[width];
            shiftGradient = new double[width];
        }

        @Override
        public void forward(Pass pass) {
            site.input(1).read(0, gain, width);
            site.input(2).read(0, shift, width);
            for (int r = 0; r < rows; r++) {
                normalise(r);
                for (int i = 0; i < width; i++) {
                    row[i] = row[i] * gain[i] + shift[i];
                }
                site.output().write(r * width, row, width);
            }
        }

        @Override
        public void backward() {
            site.input(1).read(0, gain, width);
            Arrays.fill(gainGradient, 0);
            Arrays.fill(shiftGradient, 0);
            for (int r = 0; r < rows; r++) {
                double scale = normalise(r);
                site.outputGradient().read(r * width, slope, width);
                backwardRow(scale);
                if (site.wants(0)) {
                    site.inputGradient(0).write(r * width, slope, width);
                }
            }
            if (site.wants(1)) {
                site.inputGradient(1).write(0, gainGradient, width);
            }
            if (site.wants(2)) {
                site.inputGradient(2).write(0, shiftGradient, width);
            }
        }

        /** Leaves the normalised row; returns 1 / deviation. */
        private double normalise(int r) {
            site.input(0).read(r * width, row, width);
            double mean = Sums.sum(row, 0, width) / width;
            for (int i = 0; i < width; i++) {
                row[i] -= mean;
            }
            double scale = 1 / Math.sqrt(Sums.dot(row, row, 0, width) / width + EPSILON);
            for (int i = 0; i < width; i++) {
                row[i] *= scale;
            }
            return scale;
        }

        /** From dy in {@code slope} and the normalised row to dx in {@code slope}. */
        private void backwardRow(double scale) {
            for (int i = 0; i < width; i++) {
                gainGradient[i] += slope[i] * row[i];
                shiftGradient[i] += slope[i];
                slope[i] *= gain[i];
            }
            double sum = Sums.sum(slope, 0, width) / width;
            double dot = Sums.dot(slope, row, 0, width) / width;
            for (int i = 0; i < width; i++) {
                slope[i] = scale * (slope[i] - sum - row[i] * dot);
            }
        }
    }
}
