package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** Values [batch, m, n] times one number for each of their m members [batch, m]; that number has no gradient. */
public record ScaleMembers() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var values = inputs.get(0);
        ShapeMismatch.unless(
                values.rank() == 3 && inputs.get(1).equals(Shape.of(values.extent(0), values.extent(1))),
                "ScaleMembers",
                inputs,
                "values [batch, m, n] and numbers [batch, m]");
        return values;
    }

    @Override
    public boolean readsInput(int index) {
        return index == 1;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Mul", twin.input(0), twin.widened(twin.input(1), 2));
    }

    @Override
    public Work bind(Site site) {
        var numbers = site.input(1).reshaped(site.shape(0).withLast(1));
        var forward =
                List.of(site.kernel(Call.of("multiply", List.of(site.input(0), numbers), List.of(site.output()))));
        if (!site.facts().differentiated()) {
            return Kernels.work(forward, List.of());
        }
        var backward = site.kernel(
                Call.of("multiply", List.of(site.outputGradient(), numbers), List.of(site.inputGradient(0))));
        return Kernels.work(forward, List.of(backward));
    }
}
