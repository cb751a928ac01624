package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * In training, a draw from a normal distribution whose mean and logarithm of the variance stand side by side [batch, 2 n]:
 * mean + noise * exp(log variance / 2), so that a gradient reaches both (Kingma 2014); otherwise the mean. The result is
 * [batch, n].
 */
public record Reparameterised() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var both = inputs.getFirst();
        ShapeMismatch.unless(
                both.rank() == 2 && both.last() % 2 == 0,
                "Reparameterised",
                inputs,
                "means and logarithms of variances side by side [batch, 2 n]");
        return both.withLast(both.last() / 2);
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    /** What each draw adds to its mean: the noise times the deviation. */
    @Override
    public List<Shape> saved(Facts facts) {
        return List.of(shape(facts.inputs()));
    }

    @Override
    public String onnx(Twin twin) {
        return twin.slice(twin.input(0), 1, 0, twin.shape(0).last() / 2);
    }

    @Override
    public Work bind(Site site) {
        return new Draw(site);
    }

    private static final class Draw implements Work {
        private final Site site;
        private final int rows;
        private final int width;
        private final double[] both;
        private final double[] drawn;
        private final double[] added;

        Draw(Site site) {
            this.site = site;
            rows = site.shape(0).rows();
            width = site.shape(0).last() / 2;
            both = new double[2 * width];
            drawn = new double[width];
            added = new double[width];
        }

        @Override
        public void forward(Pass pass) {
            for (int row = 0; row < rows; row++) {
                site.input(0).read(row * both.length, both, both.length);
                for (int j = 0; j < width; j++) {
                    added[j] = pass.training() ? pass.random().nextGaussian() * Math.exp(both[width + j] / 2) : 0;
                    drawn[j] = both[j] + added[j];
                }
                site.saved(0).write(row * width, added, width);
                site.output().write(row * width, drawn, width);
            }
        }

        @Override
        public void backward() {
            for (int row = 0; row < rows; row++) {
                site.saved(0).read(row * width, added, width);
                site.outputGradient().read(row * width, drawn, width);
                for (int j = 0; j < width; j++) {
                    both[j] = drawn[j];
                    both[width + j] = drawn[j] * added[j] / 2;
                }
                site.inputGradient(0).write(row * both.length, both, both.length);
            }
        }
    }
}
