package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * In training, a share of each row [batch, n] and the rest of another one: partners [batch, 1] are codes, shares [batch, 1]
 * numbers from 0 to 1 (mixup, Zhang 2018, of what an encoder has made: Verma 2019); otherwise the identity. Neither partners
 * nor shares have a gradient.
 */
public record Mix() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var rows = inputs.get(0);
        var one = Shape.of(rows.extent(0), 1);
        ShapeMismatch.unless(
                rows.rank() == 2 && inputs.get(1).equals(one) && inputs.get(2).equals(one),
                "Mix",
                inputs,
                "rows [batch, n], partners [batch, 1] and shares [batch, 1]");
        return rows;
    }

    @Override
    public boolean readsInput(int index) {
        return index == 2;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.input(0);
    }

    @Override
    public Work bind(Site site) {
        return new Pairs(site);
    }

    private static final class Pairs implements Work {
        private final Site site;
        private final double[] shares;
        private final double[] rows;
        private final double[] mixed;
        private boolean mixes;

        Pairs(Site site) {
            this.site = site;
            shares = new double[site.shape(0).extent(0)];
            rows = new double[site.shape(0).size()];
            mixed = new double[rows.length];
        }

        @Override
        public void forward(Pass pass) {
            mixes = pass.training();
            if (!mixes) {
                site.output().copy(0, site.input(0), 0, rows.length);
                return;
            }
            load();
            site.input(0).read(0, rows, rows.length);
            int width = rows.length / shares.length;
            for (int row = 0; row < shares.length; row++) {
                int other = site.codes(1)[row];
                for (int j = 0; j < width; j++) {
                    mixed[row * width + j] =
                            shares[row] * rows[row * width + j] + (1 - shares[row]) * rows[other * width + j];
                }
            }
            site.output().write(0, mixed, mixed.length);
        }

        @Override
        public void backward() {
            if (!mixes) {
                site.inputGradient(0).copy(0, site.outputGradient(), 0, rows.length);
                return;
            }
            load();
            site.outputGradient().read(0, mixed, mixed.length);
            int width = rows.length / shares.length;
            Arrays.fill(rows, 0);
            for (int row = 0; row < shares.length; row++) {
                int other = site.codes(1)[row];
                for (int j = 0; j < width; j++) {
                    rows[row * width + j] += shares[row] * mixed[row * width + j];
                    rows[other * width + j] += (1 - shares[row]) * mixed[row * width + j];
                }
            }
            site.inputGradient(0).write(0, rows, rows.length);
        }

        private void load() {
            site.input(2).read(0, shares, shares.length);
        }
    }
}
