package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;

/** Each row turned on its side: [batch, n, m] is [batch, m, n]. */
public record Transpose() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var x = inputs.get(0);
        ShapeMismatch.unless(x.rank() == 3, "Transpose", inputs, "[batch, n, m]");
        return Shape.of(x.extent(0), x.last(), x.extent(1));
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.transposed(twin.input(0), 0, 2, 1);
    }

    @Override
    public Work bind(Site site) {
        int size = site.shape(0).extent(1) * site.shape(0).last();
        var upright = new double[size];
        var turned = new double[size];
        return new Work() {
            @Override
            public void forward(Pass pass) {
                turn(site.input(0), site.output(), upright, turned);
            }

            @Override
            public void backward() {
                turn(site.outputGradient(), site.inputGradient(0), turned, upright);
            }
        };
    }

    private static void turn(Tensor from, Tensor to, double[] before, double[] after) {
        int n = from.shape().extent(1);
        int m = from.shape().last();
        for (int row = 0; row < from.shape().extent(0); row++) {
            from.read(row * n * m, before, n * m);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    after[j * n + i] = before[i * m + j];
                }
            }
            to.write(row * n * m, after, n * m);
        }
    }
}
