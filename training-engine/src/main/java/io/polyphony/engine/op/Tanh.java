package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** Element-wise hyperbolic tangent. */
public record Tanh() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Tanh", twin.input(0));
    }

    @Override
    public Work bind(Site site) {
        var forward = List.of(site.kernel(Call.of("tanh", List.of(site.input(0)), List.of(site.output()))));
        if (!site.facts().differentiated()) {
            return Kernels.work(forward, List.of());
        }
        var backward = site.kernel(
                Call.of("tanh_bp", List.of(site.input(0), site.outputGradient()), List.of(site.inputGradient(0))));
        return Kernels.work(forward, List.of(backward));
    }
}
