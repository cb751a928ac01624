package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The sum of two tensors of one shape. */
public record Add() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        ShapeMismatch.unless(inputs.get(0).equals(inputs.get(1)), "Add", inputs, "two equal shapes");
        return inputs.get(0);
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Add", twin.input(0), twin.input(1));
    }

    @Override
    public Work bind(Site site) {
        var forward =
                List.of(site.kernel(Call.of("add", List.of(site.input(0), site.input(1)), List.of(site.output()))));
        var backward = new ArrayList<Kernel>();
        for (int i = 0; i < 2 && site.facts().differentiated(); i++) {
            if (site.wants(i)) {
                var dx = site.inputGradient(i);
                var dy = site.outputGradient();
                backward.add(() -> dx.copy(0, dy, 0, dy.size()));
            }
        }
        return Kernels.work(forward, backward);
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }
}
