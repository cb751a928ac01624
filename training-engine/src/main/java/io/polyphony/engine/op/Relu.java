package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;

/** max(x, 0), element by element. */
public record Relu() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Relu", twin.input(0));
    }

    @Override
    public Work bind(Site site) {
        return site.facts().knows("relu") ? Kernels.curve(site, "relu") : byParts(site);
    }

    private static Work byParts(Site site) {
        var forward = List.of(site.kernel(
                Call.of("relu", List.of(site.input(0)), List.of(site.output())).reals(0)));
        if (!site.facts().differentiated()) {
            return Kernels.work(forward, List.of());
        }
        return Kernels.work(forward, List.of(backward(site)));
    }

    /** The library's relu_bp is ten times slower than relu, so floats are done on the host. */
    private static Kernel backward(Site site) {
        var x = site.input(0);
        var dy = site.outputGradient();
        var dx = site.inputGradient(0);
        if (site.facts().precision() == Precision.DOUBLE) {
            return site.kernel(Call.of("relu_bp", List.of(x, dy), List.of(dx)).reals(0));
        }
        var values = new float[Chunks.SIZE];
        var gradients = new float[Chunks.SIZE];
        return () -> Chunks.each(dy.size(), (at, count) -> gate(x, dy, dx, at, count, values, gradients));
    }

    /** No branch, so that signs that nobody can foresee cost nothing. */
    private static void gate(Tensor x, Tensor dy, Tensor dx, int at, int count, float[] values, float[] gradients) {
        x.read(at, values, 0, count);
        dy.read(at, gradients, 0, count);
        for (int i = 0; i < count; i++) {
            gradients[i] *= Math.min(1f, Math.max(0f, values[i] * Float.MAX_VALUE));
        }
        dx.write(at, gradients, 0, count);
    }
}
