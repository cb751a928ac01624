package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** [.., n] times [n, m] plus [m]: matrix product and bias in one buffer. */
public record Dense() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var product = new MatMul().shape(inputs.subList(0, 2));
        ShapeMismatch.unless(inputs.get(2).size() == product.last(), "Dense", inputs, "[.., n], [n, m] and [m]");
        return product;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Add", twin.node("MatMul", twin.input(0), twin.input(1)), twin.input(2));
    }

    @Override
    public Work bind(Site site) {
        var x = MatMul.flat(site.input(0));
        var weight = site.input(1);
        var y = MatMul.flat(site.output());
        var forward = List.of(site.kernel(Call.of("xw_plus_b", List.of(x, weight, site.input(2)), List.of(y))));
        var backward = new ArrayList<Kernel>();
        if (site.facts().differentiated()) {
            var dy = MatMul.flat(site.outputGradient());
            if (site.wants(0)) {
                backward.add(MatMul.multiply(site, dy, weight, MatMul.flat(site.inputGradient(0)), false, true));
            }
            if (site.wants(1)) {
                backward.add(MatMul.multiply(site, x, dy, site.inputGradient(1), true, false));
            }
            if (site.wants(2)) {
                backward.add(BiasAdd.sumRows(site, dy, site.inputGradient(2)));
            }
        }
        return Kernels.work(forward, backward);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return new MatMul().flops(inputs);
    }
}
