package io.polyphony.engine.op;

import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;

/**
 * The table row of every code: codes [batch, length], table [rows, n] and mask [batch, length] are [batch, length, n].
 * Where the code is 0 (padding) or the mask is 0 (a token dropped in training), the vector is zero. The table's gradient
 * is row-sparse; the mask has none.
 */
public record EmbeddingRows() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var codes = inputs.get(0);
        ShapeMismatch.unless(
                codes.rank() == 2 && inputs.get(1).rank() == 2 && inputs.get(2).equals(codes),
                "EmbeddingRows",
                inputs,
                "codes [batch, length], table [rows, n] and mask [batch, length]");
        return Shape.of(codes.extent(0), codes.last(), inputs.get(1).last());
    }

    @Override
    public boolean readsInput(int index) {
        return index != 1;
    }

    @Override
    public String onnx(Twin twin) {
        var zero = twin.integers(0);
        var there = twin.node("Not", twin.node("Equal", twin.input(0), zero));
        var kept = twin.node("Not", twin.node("Equal", twin.input(2), twin.number(0)));
        var read = twin.widened(twin.node("And", there, kept), 2);
        return twin.where(read, twin.node("Gather", twin.input(1), twin.input(0)), twin.number(0));
    }

    @Override
    public Work bind(Site site) {
        return new Rows(site);
    }

    private static final class Rows implements Work {
        private final Site site;
        private final int width;
        private final double[] mask;
        private final double[] wide;
        private final float[] vector;
        private final float[] sum;
        private final float[] zeros;

        Rows(Site site) {
            this.site = site;
            width = site.shape(1).last();
            mask = new double[site.shape(0).size()];
            wide = new double[width];
            vector = new float[width];
            sum = new float[width];
            zeros = new float[width];
        }

        @Override
        public void forward(Pass pass) {
            var codes = site.codes(0);
            var values = site.table(1).values();
            site.input(2).read(0, mask, mask.length);
            for (int i = 0; i < mask.length; i++) {
                if (reads(codes, i)) {
                    store(values, codes[i] * width, i);
                } else {
                    store(zeros, 0, i);
                }
            }
        }

        @Override
        public void backward() {
            var codes = site.codes(0);
            var table = site.table(1);
            site.input(2).read(0, mask, mask.length);
            for (int i = 0; i < mask.length; i++) {
                if (reads(codes, i)) {
                    load(site.outputGradient(), i);
                    accumulate(table, codes[i]);
                }
            }
        }

        private boolean reads(int[] codes, int i) {
            return codes[i] != 0 && mask[i] != 0;
        }

        private void accumulate(EmbeddingTable table, int code) {
            int at = table.gradientAt(code);
            System.arraycopy(table.gradient(), at, sum, 0, width);
            Vectors.add(sum, vector, width);
            System.arraycopy(sum, 0, table.gradient(), at, width);
        }

        private void store(float[] source, int from, int i) {
            var target = site.output();
            if (target.precision() == Precision.FLOAT) {
                target.write(i * width, source, from, width);
                return;
            }
            for (int j = 0; j < width; j++) {
                wide[j] = source[from + j];
            }
            target.write(i * width, wide, width);
        }

        private void load(Tensor source, int i) {
            if (source.precision() == Precision.FLOAT) {
                source.read(i * width, vector, 0, width);
                return;
            }
            source.read(i * width, wide, width);
            for (int j = 0; j < width; j++) {
                vector[j] = (float) wide[j];
            }
        }
    }
}
