package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** [.., n] plus [n] in every row. */
public record BiasAdd() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var bias = inputs.get(1);
        ShapeMismatch.unless(
                bias.rank() == 1 && bias.last() == inputs.get(0).last(), "BiasAdd", inputs, "[.., n] and [n]");
        return inputs.get(0);
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Add", twin.input(0), twin.input(1));
    }

    @Override
    public Work bind(Site site) {
        var y = MatMul.flat(site.output());
        var forward = List.of(add(site, MatMul.flat(site.input(0)), site.input(1), y));
        var backward = new ArrayList<Kernel>();
        if (site.facts().differentiated()) {
            var dy = site.outputGradient();
            if (site.wants(0)) {
                var dx = site.inputGradient(0);
                backward.add(() -> dx.copy(0, dy, 0, dy.size()));
            }
            if (site.wants(1)) {
                backward.add(sumRows(site, MatMul.flat(dy), site.inputGradient(1)));
            }
        }
        return Kernels.work(forward, backward);
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    static Kernel add(Site site, Tensor x, Tensor bias, Tensor y) {
        return site.kernel(Call.of("biasadd", List.of(x, bias), List.of(y)));
    }

    /** The sum over rows as a product with ones: several times faster than a reduction. */
    static Kernel sumRows(Site site, Tensor rows, Tensor sum) {
        var ones = site.ones(rows.shape().rows());
        return MatMul.multiply(site, ones, rows, sum.reshaped(Shape.of(1, sum.size())), false, false);
    }
}
