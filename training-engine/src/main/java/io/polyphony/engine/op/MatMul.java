package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** [.., n] times [n, m] is [.., m]. */
public record MatMul() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var x = inputs.get(0);
        var weight = inputs.get(1);
        ShapeMismatch.unless(
                weight.rank() == 2 && x.last() == weight.extent(0), "MatMul", inputs, "[.., n] and [n, m]");
        return x.withLast(weight.last());
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("MatMul", twin.input(0), twin.input(1));
    }

    @Override
    public Work bind(Site site) {
        var x = flat(site.input(0));
        var weight = site.input(1);
        var forward = List.of(multiply(site, x, weight, flat(site.output()), false, false));
        var backward = new ArrayList<Kernel>();
        if (site.facts().differentiated()) {
            var dy = flat(site.outputGradient());
            if (site.wants(0)) {
                backward.add(multiply(site, dy, weight, flat(site.inputGradient(0)), false, true));
            }
            if (site.wants(1)) {
                backward.add(multiply(site, x, dy, site.inputGradient(1), true, false));
            }
        }
        return Kernels.work(forward, backward);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 2L * inputs.get(0).size() * inputs.get(1).last();
    }

    static Tensor flat(Tensor tensor) {
        var shape = tensor.shape();
        return tensor.reshaped(Shape.of(shape.rows(), shape.last()));
    }

    static Kernel multiply(Site site, Tensor a, Tensor b, Tensor c, boolean transposeA, boolean transposeB) {
        return site.kernel(
                Call.of("matmul", List.of(a, b), List.of(c)).integers(transposeA ? 1 : 0, transposeB ? 1 : 0, 0));
    }
}
