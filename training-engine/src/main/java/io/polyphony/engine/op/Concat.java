package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Tensors side by side along the innermost axis: [.., n1], [.., n2], .. is [.., n1 + n2 + ..]. */
public record Concat() implements Primitive {
    /** Wider rows are copied by themselves. */
    private static final int NARROW = 128;

    @Override
    public Shape shape(List<Shape> inputs) {
        var first = inputs.get(0);
        for (var shape : inputs) {
            ShapeMismatch.unless(
                    shape.withLast(1).equals(first.withLast(1)),
                    "Concat",
                    inputs,
                    "shapes equal but for the last axis");
        }
        return first.withLast(inputs.stream().mapToInt(Shape::last).sum());
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public String onnx(Twin twin) {
        var parts = IntStream.range(0, twin.inputs()).mapToObj(twin::input).toList();
        return twin.node("Concat", parts, Attribute.whole("axis", -1));
    }

    @Override
    public Work bind(Site site) {
        boolean narrow = site.facts().inputs().stream().allMatch(shape -> shape.last() <= NARROW);
        return narrow && site.output().precision() == Precision.FLOAT ? new ConcatFloats(site) : rowByRow(site);
    }

    private static Work rowByRow(Site site) {
        return new Work() {
            @Override
            public void forward(Pass pass) {
                int at = 0;
                for (int i = 0; i < site.facts().inputs().size(); i++) {
                    var part = site.input(i);
                    place(part, site.output(), at);
                    at += part.shape().last();
                }
            }

            @Override
            public void backward() {
                int at = 0;
                for (int i = 0; i < site.facts().inputs().size(); i++) {
                    if (site.wants(i)) {
                        take(site.outputGradient(), at, site.inputGradient(i));
                    }
                    at += site.shape(i).last();
                }
            }
        };
    }

    private static void place(Tensor part, Tensor whole, int at) {
        int width = part.shape().last();
        int stride = whole.shape().last();
        for (int row = 0; row < part.shape().rows(); row++) {
            whole.copy(row * stride + at, part, row * width, width);
        }
    }

    private static void take(Tensor whole, int at, Tensor part) {
        int width = part.shape().last();
        int stride = whole.shape().last();
        for (int row = 0; row < part.shape().rows(); row++) {
            part.copy(row * width, whole, row * stride + at, width);
        }
    }
}
