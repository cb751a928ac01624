package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** The sum over the middle axis of weights [batch, m, n or 1] times values [batch, m, n] is [batch, n]. */
public record WeightedSum() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var weights = inputs.get(0);
        var values = inputs.get(1);
        ShapeMismatch.unless(
                weights.rank() == 3
                        && values.rank() == 3
                        && (weights.last() == 1 || weights.last() == values.last())
                        && weights.withLast(1).equals(values.withLast(1)),
                "WeightedSum",
                inputs,
                "weights [batch, m, n or 1] and values [batch, m, n]");
        return Shape.of(values.extent(0), values.last());
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 2L * inputs.get(1).size();
    }

    @Override
    public String onnx(Twin twin) {
        return twin.sum(twin.node("Mul", twin.input(0), twin.input(1)), false, 1);
    }

    @Override
    public Work bind(Site site) {
        boolean shared = site.shape(0).last() == 1;
        return site.facts().precision() == Precision.FLOAT && shared ? new WeightedSumFloats(site) : new Sum(site);
    }

    private static final class Sum implements Work {
        private final Site site;
        private final int batch;
        private final int members;
        private final int width;
        private final double[] weights;
        private final double[] values;
        private final double[] sum;
        private final double[] weightSlopes;

        Sum(Site site) {
            this.site = site;
            batch = site.shape(1).extent(0);
            members = site.shape(1).extent(1);
            width = site.shape(1).last();
            weights = new double[members * site.shape(0).last()];
            values = new double[members * width];
            sum = new double[width];
            weightSlopes = new double[weights.length];
        }

        @Override
        public void forward(Pass pass) {
            for (int b = 0; b < batch; b++) {
                load(b);
                Arrays.fill(sum, 0);
                for (int m = 0; m < members; m++) {
                    for (int j = 0; j < width; j++) {
                        sum[j] += weights[weightAt(m, j)] * values[m * width + j];
                    }
                }
                site.output().write(b * width, sum, width);
            }
        }

        @Override
        public void backward() {
            for (int b = 0; b < batch; b++) {
                load(b);
                site.outputGradient().read(b * width, sum, width);
                Arrays.fill(weightSlopes, 0);
                for (int m = 0; m < members; m++) {
                    for (int j = 0; j < width; j++) {
                        int at = m * width + j;
                        weightSlopes[weightAt(m, j)] += values[at] * sum[j];
                        values[at] = weights[weightAt(m, j)] * sum[j];
                    }
                }
                store(b);
            }
        }

        private int weightAt(int member, int column) {
            return weights.length == members ? member : member * width + column;
        }

        private void load(int b) {
            site.input(0).read(b * weights.length, weights, weights.length);
            site.input(1).read(b * values.length, values, values.length);
        }

        private void store(int b) {
            if (site.wants(0)) {
                site.inputGradient(0).write(b * weights.length, weightSlopes, weights.length);
            }
            if (site.wants(1)) {
                site.inputGradient(1).write(b * values.length, values, values.length);
            }
        }
    }
}
