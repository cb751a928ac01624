package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * The largest number of every column over the members that take part: values [batch, m, n] and mask [batch, m] are
 * [batch, n]. A row without any member is zero. The mask has no gradient.
 */
public record MaxOverTime() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var values = inputs.get(0);
        ShapeMismatch.unless(
                values.rank() == 3 && inputs.get(1).equals(Shape.of(values.extent(0), values.extent(1))),
                "MaxOverTime",
                inputs,
                "values [batch, m, n] and mask [batch, m]");
        return Shape.of(values.extent(0), values.last());
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    /** Which member was the largest, -1 for none. */
    @Override
    public List<Shape> saved(Facts facts) {
        return List.of(shape(facts.inputs()));
    }

    @Override
    public long flops(List<Shape> inputs) {
        return inputs.get(0).size();
    }

    @Override
    public String onnx(Twin twin) {
        var open = twin.widened(twin.positive(twin.input(1)), 2);
        var largest = twin.largest(twin.where(open, twin.input(0), twin.number(-1e30)), false, 1);
        var any = twin.positive(twin.largest(twin.input(1), true, 1));
        return twin.where(any, largest, twin.number(0));
    }

    @Override
    public Work bind(Site site) {
        return site.facts().precision() == Precision.FLOAT ? new FloatPool(site) : new Pool(site);
    }

    private static final class Pool implements Work {
        private final Site site;
        private final int batch;
        private final int members;
        private final int width;
        private final double[] values;
        private final double[] mask;
        private final double[] largest;
        private final double[] winners;

        Pool(Site site) {
            this.site = site;
            batch = site.shape(0).extent(0);
            members = site.shape(0).extent(1);
            width = site.shape(0).last();
            values = new double[members * width];
            mask = new double[members];
            largest = new double[width];
            winners = new double[width];
        }

        @Override
        public void forward(Pass pass) {
            for (int b = 0; b < batch; b++) {
                site.input(0).read(b * values.length, values, values.length);
                site.input(1).read(b * members, mask, members);
                Arrays.fill(largest, 0);
                Arrays.fill(winners, -1);
                for (int m = 0; m < members; m++) {
                    if (mask[m] > 0) {
                        compete(m);
                    }
                }
                site.output().write(b * width, largest, width);
                site.saved(0).write(b * width, winners, width);
            }
        }

        private void compete(int m) {
            for (int j = 0; j < width; j++) {
                double value = values[m * width + j];
                if (winners[j] < 0 || value > largest[j]) {
                    largest[j] = value;
                    winners[j] = m;
                }
            }
        }

        @Override
        public void backward() {
            for (int b = 0; b < batch; b++) {
                site.outputGradient().read(b * width, largest, width);
                site.saved(0).read(b * width, winners, width);
                Arrays.fill(values, 0);
                for (int j = 0; j < width; j++) {
                    if (winners[j] >= 0) {
                        values[(int) winners[j] * width + j] = largest[j];
                    }
                }
                site.inputGradient(0).write(b * values.length, values, values.length);
            }
        }
    }

    /** The same in single precision. */
    private static final class FloatPool implements Work {
        private final Site site;
        private final int batch;
        private final int width;
        private final Members members;
        private final float[] mask;
        private final float[] slopes;

        FloatPool(Site site) {
            this.site = site;
            batch = site.shape(0).extent(0);
            width = site.shape(0).last();
            members = new Members(site.shape(0).extent(1), width);
            mask = new float[site.shape(0).extent(1)];
            slopes = new float[width];
        }

        @Override
        public void forward(Pass pass) {
            for (int b = 0; b < batch; b++) {
                members.read(site.input(0), b);
                site.input(1).read(b * mask.length, mask, 0, mask.length);
                members.compete(mask);
                site.output().write(b * width, members.largest(), 0, width);
                site.saved(0).write(b * width, members.winners(), 0, width);
            }
        }

        @Override
        public void backward() {
            site.inputGradient(0).clear();
            for (int b = 0; b < batch; b++) {
                site.outputGradient().read(b * width, slopes, 0, width);
                site.saved(0).read(b * width, members.winners(), 0, width);
                for (int j = 0; j < width; j++) {
                    int winner = (int) members.winners()[j];
                    if (winner >= 0) {
                        site.inputGradient(0).write((b * mask.length + winner) * width + j, slopes, j, 1);
                    }
                }
            }
        }
    }
}
