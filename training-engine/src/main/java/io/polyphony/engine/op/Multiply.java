package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The element-wise product of two tensors of one shape. */
public record Multiply() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        ShapeMismatch.unless(inputs.get(0).equals(inputs.get(1)), "Multiply", inputs, "two equal shapes");
        return inputs.get(0);
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Mul", twin.input(0), twin.input(1));
    }

    @Override
    public Work bind(Site site) {
        var forward = List.of(
                site.kernel(Call.of("multiply", List.of(site.input(0), site.input(1)), List.of(site.output()))));
        var backward = new ArrayList<Kernel>();
        for (int i = 0; i < 2 && site.facts().differentiated(); i++) {
            if (site.wants(i)) {
                backward.add(site.kernel(Call.of(
                        "multiply",
                        List.of(site.outputGradient(), site.input(1 - i)),
                        List.of(site.inputGradient(i)))));
            }
        }
        return Kernels.work(forward, backward);
    }
}
