package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * The logarithm of the sum of the exponentials of a row: [batch, n] becomes [batch, 1]. Where numbers are logarithms of how
 * much there is at each place, this is the logarithm of how much there is in all.
 */
public record LogSumExp() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var rows = inputs.get(0);
        ShapeMismatch.unless(rows.rank() == 2, "LogSumExp", inputs, "rows [batch, n]");
        return Shape.of(rows.extent(0), 1);
    }

    @Override
    public boolean readsOutput() {
        return true;
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 4L * inputs.get(0).size();
    }

    /** With the largest number drawn out, as below: few runtimes' own operator does so. */
    @Override
    public String onnx(Twin twin) {
        var largest = twin.largest(twin.input(0), true, 1);
        var powers = twin.node("Exp", twin.node("Sub", twin.input(0), largest));
        return twin.node("Add", largest, twin.node("Log", twin.sum(powers, true, 1)));
    }

    @Override
    public Work bind(Site site) {
        int batch = site.shape(0).extent(0);
        var row = new double[site.shape(0).last()];
        var total = new double[1];
        var slope = new double[1];
        return new Work() {
            @Override
            public void forward(Pass pass) {
                for (int b = 0; b < batch; b++) {
                    site.input(0).read(b * row.length, row, row.length);
                    total[0] = of(row);
                    site.output().write(b, total, 1);
                }
            }

            /** Each number moves the result by its share of the sum. */
            @Override
            public void backward() {
                for (int b = 0; b < batch; b++) {
                    site.input(0).read(b * row.length, row, row.length);
                    site.output().read(b, total, 1);
                    site.outputGradient().read(b, slope, 1);
                    for (int i = 0; i < row.length; i++) {
                        row[i] = slope[0] * Math.exp(row[i] - total[0]);
                    }
                    site.inputGradient(0).write(b * row.length, row, row.length);
                }
            }
        };
    }

    /** The same of numbers outside of a network; the largest is drawn out, so that none is too large to be raised. */
    public static double of(double[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : row) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (double value : row) {
            sum += Math.exp(value - largest);
        }
        return largest + Math.log(sum);
    }
}
