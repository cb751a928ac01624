package io.polyphony.engine.op;

import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * The weighted sum of table rows: codes [batch, length], table [rows, n] and, if given, weights [batch, length] are
 * [batch, n]. Reads the codes from {@code from} on, {@code length} of them; code 0 (padding, unknown) counts only if
 * {@code zeroCounts}. The table's gradient is row-sparse; the weights have none.
 *
 * @param from first code position read
 * @param length code positions read
 * @param zeroCounts whether code 0 has a vector of its own (categories) or none (padding)
 */
public record EmbeddingBag(int from, int length, boolean zeroCounts) implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var codes = inputs.get(0);
        ShapeMismatch.unless(
                codes.rank() == 2
                        && from + length <= codes.last()
                        && inputs.get(1).rank() == 2
                        && (inputs.size() == 2 || inputs.get(2).equals(codes)),
                "EmbeddingBag",
                inputs,
                "codes [batch, length], table [rows, n] and, maybe, weights [batch, length]");
        return Shape.of(codes.extent(0), inputs.get(1).last());
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 2L * inputs.get(0).extent(0) * length * inputs.get(1).last();
    }

    @Override
    public String onnx(Twin twin) {
        var codes = twin.slice(twin.input(0), 1, from, from + length);
        var vectors = twin.node("Gather", twin.input(1), codes);
        if (twin.inputs() == 3) {
            var weights = twin.slice(twin.input(2), 1, from, from + length);
            vectors = twin.node("Mul", vectors, twin.widened(weights, 2));
        }
        if (!zeroCounts) {
            var padding = twin.widened(twin.node("Equal", codes, twin.integers(0)), 2);
            vectors = twin.where(padding, twin.number(0), vectors);
        }
        return twin.sum(vectors, false, 1);
    }

    @Override
    public Work bind(Site site) {
        return new Bag(site);
    }

    private final class Bag implements Work {
        private final Site site;
        private final int batch;
        private final int stride;
        private final int width;
        private final float[] weights;
        private final float[] sum;
        /** Out of a table and back: loops over two arrays are vectorised only where both are read at the same place. */
        private final float[] vector;

        private final double[] wide;

        Bag(Site site) {
            this.site = site;
            batch = site.shape(0).extent(0);
            stride = site.shape(0).last();
            width = site.shape(1).last();
            weights = new float[stride];
            sum = new float[width];
            vector = new float[width];
            wide = new double[Math.max(width, stride)];
            Arrays.fill(weights, 1f);
        }

        @Override
        public void forward(Pass pass) {
            var codes = site.codes(0);
            var values = site.table(1).values();
            for (int b = 0; b < batch; b++) {
                readWeights(b);
                Arrays.fill(sum, 0f);
                for (int i = from; i < from + length; i++) {
                    int code = codes[b * stride + i];
                    if (weights[i] != 0 && (code != 0 || zeroCounts)) {
                        System.arraycopy(values, code * width, vector, 0, width);
                        Vectors.addScaled(weights[i], vector, sum, width);
                    }
                }
                store(site.output(), b);
            }
        }

        @Override
        public void backward() {
            var codes = site.codes(0);
            var table = site.table(1);
            for (int b = 0; b < batch; b++) {
                readWeights(b);
                load(site.outputGradient(), b);
                for (int i = from; i < from + length; i++) {
                    int code = codes[b * stride + i];
                    if (weights[i] != 0 && (code != 0 || zeroCounts)) {
                        accumulate(table, code, weights[i]);
                    }
                }
            }
        }

        private void accumulate(EmbeddingTable table, int code, float weight) {
            int at = table.gradientAt(code);
            System.arraycopy(table.gradient(), at, vector, 0, width);
            Vectors.addScaled(weight, sum, vector, width);
            System.arraycopy(vector, 0, table.gradient(), at, width);
        }

        private void readWeights(int b) {
            if (site.facts().inputs().size() == 3) {
                site.input(2).read(b * stride, wide, stride);
                for (int i = 0; i < stride; i++) {
                    weights[i] = (float) wide[i];
                }
            }
        }

        private void store(Tensor target, int b) {
            for (int j = 0; j < width; j++) {
                wide[j] = sum[j];
            }
            target.write(b * width, wide, width);
        }

        private void load(Tensor source, int b) {
            source.read(b * width, wide, width);
            for (int j = 0; j < width; j++) {
                sum[j] = (float) wide[j];
            }
        }
    }
}
