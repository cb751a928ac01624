package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** x times the share of a normal distribution below x, by the formula of Hendrycks and Gimpel (2016) with tanh. */
public record Gelu() implements Primitive {
    /** 2 sqrt(2 / pi): 0.5 (1 + tanh(u)) is sigmoid(2 u). */
    private static final double SLOPE = 1.5957691216057308;

    private static final double CUBIC = 0.044715;

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 20L * inputs.get(0).size();
    }

    @Override
    public String onnx(Twin twin) {
        var x = twin.input(0);
        var square = twin.node("Mul", x, x);
        var inner = twin.node("Mul", x, twin.plus(twin.times(square, SLOPE * CUBIC), SLOPE));
        return twin.node("Mul", x, twin.node("Sigmoid", inner));
    }

    @Override
    public Work bind(Site site) {
        return site.facts().knows("gelu") ? Kernels.curve(site, "gelu") : onHost(site);
    }

    private static Work onHost(Site site) {
        var values = new double[Chunks.SIZE];
        var shares = new double[Chunks.SIZE];
        var slopes = new double[Chunks.SIZE];
        int size = site.output().size();
        return new Work() {
            @Override
            public void forward(Pass pass) {
                Chunks.each(size, (at, count) -> {
                    site.input(0).read(at, values, count);
                    shares(values, shares, count);
                    for (int i = 0; i < count; i++) {
                        values[i] *= shares[i];
                    }
                    site.output().write(at, values, count);
                });
            }

            @Override
            public void backward() {
                Chunks.each(size, (at, count) -> {
                    site.input(0).read(at, values, count);
                    site.outputGradient().read(at, slopes, count);
                    shares(values, shares, count);
                    slopes(values, shares, slopes, count);
                    site.inputGradient(0).write(at, slopes, count);
                });
            }
        };
    }

    private static void shares(double[] x, double[] shares, int count) {
        for (int i = 0; i < count; i++) {
            shares[i] = SLOPE * x[i] * (1 + CUBIC * x[i] * x[i]);
        }
        Curves.sigmoid(shares, 0, count);
    }

    private static void slopes(double[] x, double[] shares, double[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            double inner = SLOPE * (1 + 3 * CUBIC * x[i] * x[i]);
            slopes[i] *= shares[i] * (1 + x[i] * (1 - shares[i]) * inner);
        }
    }
}
