package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * Softmax over the middle axis of logits [batch, m, n], where mask [batch, m] leaves members out: exp(logit + log mask)
 * over its sum. A row without any member is all zero. The mask has no gradient.
 */
public record MaskedSoftmax() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var logits = inputs.get(0);
        ShapeMismatch.unless(
                logits.rank() == 3 && inputs.get(1).equals(Shape.of(logits.extent(0), logits.extent(1))),
                "MaskedSoftmax",
                inputs,
                "logits [batch, m, n] and mask [batch, m]");
        return logits;
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public boolean readsOutput() {
        return true;
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 6L * inputs.get(0).size();
    }

    @Override
    public String onnx(Twin twin) {
        return twin.shares(twin.input(0), twin.widened(twin.input(1), 2), 1);
    }

    @Override
    public Work bind(Site site) {
        int batch = site.shape(0).extent(0);
        int members = site.shape(0).extent(1);
        int width = site.shape(0).last();
        var rows = new double[members * width];
        var slopes = new double[members * width];
        var mask = new double[members];
        return new Work() {
            @Override
            public void forward(Pass pass) {
                for (int b = 0; b < batch; b++) {
                    site.input(0).read(b * rows.length, rows, rows.length);
                    site.input(1).read(b * members, mask, members);
                    for (int j = 0; j < width; j++) {
                        normalise(rows, mask, j, width);
                    }
                    site.output().write(b * rows.length, rows, rows.length);
                }
            }

            @Override
            public void backward() {
                for (int b = 0; b < batch; b++) {
                    site.output().read(b * rows.length, rows, rows.length);
                    site.outputGradient().read(b * rows.length, slopes, rows.length);
                    for (int j = 0; j < width; j++) {
                        slope(rows, slopes, j, width);
                    }
                    site.inputGradient(0).write(b * rows.length, slopes, rows.length);
                }
            }
        };
    }

    private static void normalise(double[] rows, double[] mask, int column, int width) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < mask.length; m++) {
            if (mask[m] > 0) {
                largest = Math.max(largest, rows[m * width + column]);
            }
        }
        double sum = 0;
        for (int m = 0; m < mask.length; m++) {
            int at = m * width + column;
            rows[at] = mask[m] > 0 ? mask[m] * Math.exp(rows[at] - largest) : 0;
            sum += rows[at];
        }
        for (int m = 0; m < mask.length && sum > 0; m++) {
            rows[m * width + column] /= sum;
        }
    }

    private static void slope(double[] shares, double[] slopes, int column, int width) {
        double dot = 0;
        for (int at = column; at < shares.length; at += width) {
            dot += shares[at] * slopes[at];
        }
        for (int at = column; at < shares.length; at += width) {
            slopes[at] = shares[at] * (slopes[at] - dot);
        }
    }
}
