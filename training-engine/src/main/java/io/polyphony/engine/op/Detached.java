package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** The same numbers, but no gradient goes back: what reads them learns without changing what made them. */
public record Detached() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.getFirst();
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 0;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.input(0);
    }

    @Override
    public Work bind(Site site) {
        var output = site.output();
        var input = site.input(0);
        return Kernels.work(
                List.of(() -> output.copy(0, input, 0, output.size())),
                site.wants(0) ? List.of(site.inputGradient(0)::clear) : List.of());
    }
}
