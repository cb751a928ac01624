package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * Convolution of [batch, height, width, channels] with [kernel height, kernel width, channels, filters] plus [filters];
 * the edges are padded so that a stride of 1 keeps the size. A sequence is a picture of height 1.
 *
 * @param stride pixels from one result to the next, in both directions
 */
public record Conv2d(int stride) implements Primitive {
    private static final int BLOCK = 16;

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

    /** The library's backward op writes all gradients, wanted or not. */
    @Override
    public List<Shape> scratch(Facts facts) {
        return facts.differentiated() ? Kernels.unwanted(facts) : List.of();
    }

    /** Its own copies of the weights, in blocks of channels and filters: one ahead, two back. */
    @Override
    public long bytes(Facts facts) {
        var w = facts.inputs().get(1);
        long channels = Math.ceilDiv(w.extent(2), BLOCK) * BLOCK;
        long copy = Float.BYTES * (long) w.extent(0) * w.extent(1) * channels * Math.ceilDiv(w.last(), BLOCK) * BLOCK;
        int copies = 1 + (facts.wanted().get(0) ? 1 : 0) + (facts.wanted().get(1) ? 1 : 0);
        return facts.knows("conv2d") ? copies * copy + rooms(facts) * seen(facts.inputs()) : 0;
    }

    /** For smaller pictures, of which every pixel is seen: of gradients, and of pixels where a window of one pixel leaves most out. */
    private int rooms(Facts facts) {
        var w = facts.inputs().get(1);
        boolean sparse = w.extent(0) == 1 && w.extent(1) == 1;
        boolean back = facts.wanted().get(0) || sparse && facts.wanted().get(1);
        return stride == 1 ? 0 : (sparse ? 1 : 0) + (back ? 1 : 0);
    }

    private long seen(List<Shape> inputs) {
        return Float.BYTES
                * (long) shape(inputs).size()
                / inputs.get(1).last()
                * inputs.get(1).extent(2);
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
        var x = site.input(0);
        var w = site.input(1);
        var b = site.input(2);
        var settings = settings(site.shape(1));
        var forward = List.of(site.kernel(
                Call.of("conv2d", List.of(x, w, b), List.of(site.output())).integers(settings)));
        if (!site.facts().differentiated()) {
            return Kernels.work(forward, List.of());
        }
        var backward =
                site.kernel(Call.of("conv2d_bp", List.of(x, w, b, site.outputGradient()), Kernels.gradients(site))
                        .integers(settings)
                        .flags(site.wants(0), site.wants(1), site.wants(2)));
        boolean alone = site.facts().precision() == Precision.FLOAT && stride == 1;
        return Kernels.work(forward, List.of(alone ? FewSlopes.unless(site, backward) : backward));
    }

    /** Kernel, stride, no padding, no gaps, SAME, NHWC, weights [k, k, in, out]. */
    private long[] settings(Shape kernel) {
        return new long[] {kernel.extent(0), kernel.extent(1), stride, stride, 0, 0, 1, 1, 1, 1, 0};
    }
}
