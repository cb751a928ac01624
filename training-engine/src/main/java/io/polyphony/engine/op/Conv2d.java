package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolution of [batch, height, width, channels] with [kernel height, kernel width, channels, filters] plus [filters];
 * the edges are padded so that a stride of 1 keeps the size. A sequence is a picture of height 1. Where nobody needs the
 * input's gradient (the first layer), patches and a matrix product take a third of the time of the library's backward
 * op, which would compute it all the same.
 *
 * @param stride pixels from one result to the next, in both directions
 */
public record Conv2d(int stride) implements Primitive {
    public Conv2d {
        Check.range("stride", stride, 1, 8);
    }

    /** Every pixel. */
    public Conv2d() {
        this(1);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        var x = inputs.get(0);
        var w = inputs.get(1);
        ShapeMismatch.unless(
                x.rank() == 4
                        && w.rank() == 4
                        && x.last() == w.extent(2)
                        && inputs.get(2).size() == w.last(),
                "Conv2d",
                inputs,
                "[batch, height, width, c], [kernel, kernel, c, filters] and [filters]");
        return Shape.of(x.extent(0), Math.ceilDiv(x.extent(1), stride), Math.ceilDiv(x.extent(2), stride), w.last());
    }

    @Override
    public List<Shape> saved(Facts facts) {
        return asPatches(facts) ? List.of(Patches.shape(facts.inputs().get(0), kernel(facts))) : List.of();
    }

    /** The library's backward op writes all gradients, wanted or not. */
    @Override
    public List<Shape> scratch(Facts facts) {
        var unwanted = new ArrayList<Shape>();
        for (int i = 0; i < 3 && !asPatches(facts) && facts.differentiated(); i++) {
            if (!facts.wanted().get(i)) {
                unwanted.add(facts.inputs().get(i));
            }
        }
        return unwanted;
    }

    @Override
    public long flops(List<Shape> inputs) {
        var w = inputs.get(1);
        return 2L * shape(inputs).size() * w.extent(0) * w.extent(1) * w.extent(2);
    }

    @Override
    public String onnx(Twin twin) {
        var x = twin.shape(0);
        var w = twin.shape(1);
        int above = padding(x.extent(1), w.extent(0));
        int left = padding(x.extent(2), w.extent(1));
        var inputs = List.of(
                twin.transposed(twin.input(0), 0, 3, 1, 2), twin.transposed(twin.input(1), 3, 2, 0, 1), twin.input(2));
        var result = twin.node(
                "Conv",
                inputs,
                Attribute.wholes("strides", stride, stride),
                Attribute.wholes("pads", above / 2, left / 2, above - above / 2, left - left / 2));
        return twin.transposed(result, 0, 2, 3, 1);
    }

    /** Lines of zeros on both sides together. */
    private int padding(int extent, int kernel) {
        return Math.max(0, (Math.ceilDiv(extent, stride) - 1) * stride + kernel - extent);
    }

    @Override
    public Work bind(Site site) {
        return asPatches(site.facts()) ? bindPatches(site) : bindLibrary(site);
    }

    private boolean asPatches(Facts facts) {
        var w = facts.inputs().get(1);
        return facts.precision() == Precision.FLOAT
                && !facts.wanted().get(0)
                && stride == 1
                && w.extent(0) == w.extent(1)
                && w.extent(0) % 2 == 1;
    }

    private static int kernel(Facts facts) {
        return facts.inputs().get(1).extent(0);
    }

    private static Work bindPatches(Site site) {
        var rows = site.saved(0);
        var patches = new Patches(site.input(0), rows, kernel(site.facts()));
        var weight = site.input(1)
                .reshaped(Shape.of(rows.shape().last(), site.shape(1).last()));
        var y = MatMul.flat(site.output());
        var forward = List.<Kernel>of(
                patches, MatMul.multiply(site, rows, weight, y, false, false), BiasAdd.add(site, y, site.input(2), y));
        var backward = new ArrayList<Kernel>();
        if (site.facts().differentiated()) {
            var dy = MatMul.flat(site.outputGradient());
            if (site.wants(1)) {
                backward.add(
                        MatMul.multiply(site, rows, dy, site.inputGradient(1).reshaped(weight.shape()), true, false));
            }
            if (site.wants(2)) {
                backward.add(BiasAdd.sumRows(site, dy, site.inputGradient(2)));
            }
        }
        return Kernels.work(forward, backward);
    }

    private Work bindLibrary(Site site) {
        var x = site.input(0);
        var w = site.input(1);
        var b = site.input(2);
        var settings = settings(site.shape(1));
        var forward = List.of(site.kernel(
                Call.of("conv2d", List.of(x, w, b), List.of(site.output())).integers(settings)));
        if (!site.facts().differentiated()) {
            return Kernels.work(forward, List.of());
        }
        int unwanted = 0;
        var gradients = new ArrayList<Tensor>();
        for (int i = 0; i < 3; i++) {
            gradients.add(site.wants(i) ? site.inputGradient(i) : site.scratch(unwanted++));
        }
        var backward = site.kernel(Call.of("conv2d_bp", List.of(x, w, b, site.outputGradient()), gradients)
                .integers(settings));
        return Kernels.work(forward, List.of(backward));
    }

    /** Kernel, stride, no padding, no gaps, SAME, NHWC, weights [k, k, in, out]. */
    private long[] settings(Shape kernel) {
        return new long[] {kernel.extent(0), kernel.extent(1), stride, stride, 0, 0, 1, 1, 1, 1, 0};
    }
}
