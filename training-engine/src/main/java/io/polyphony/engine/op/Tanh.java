package io.polyphony.engine.op;

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
        return Kernels.curve(site, "tanh");
    }
}
