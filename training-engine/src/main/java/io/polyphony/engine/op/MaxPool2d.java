package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** The largest of each 2 x 2 window of [batch, height, width, channels]; an odd last line or column is left out. */
public record MaxPool2d() implements Primitive {
    private static final String FAST = "largest_of_window";
    private static final long[] SETTINGS = {2, 2, 2, 2, 0, 0, 1, 1, 0, 1, 1};

    @Override
    public Shape shape(List<Shape> inputs) {
        var x = inputs.get(0);
        ShapeMismatch.unless(
                x.rank() == 4 && x.extent(1) > 1 && x.extent(2) > 1,
                "MaxPool2d",
                inputs,
                "[batch, height, width, channels] of at least 2 x 2");
        return Shape.of(x.extent(0), x.extent(1) / 2, x.extent(2) / 2, x.last());
    }

    @Override
    public String onnx(Twin twin) {
        var result = twin.node(
                "MaxPool",
                List.of(twin.transposed(twin.input(0), 0, 3, 1, 2)),
                Attribute.wholes("kernel_shape", 2, 2),
                Attribute.wholes("strides", 2, 2));
        return twin.transposed(result, 0, 2, 3, 1);
    }

    /** Where in each window the largest was. */
    @Override
    public List<Shape> saved(Facts facts) {
        return facts.knows(FAST) ? List.of(shape(facts.inputs())) : List.of();
    }

    @Override
    public Work bind(Site site) {
        return site.facts().knows(FAST) ? remembering(site) : again(site);
    }

    private static Work remembering(Site site) {
        var places = site.saved(0);
        var forward = site.kernel(Call.of(FAST, List.of(site.input(0)), List.of(site.output(), places)));
        if (!site.facts().differentiated()) {
            return Kernels.work(List.of(forward), List.of());
        }
        var backward = site.kernel(
                Call.of(FAST + "_bp", List.of(places, site.outputGradient()), List.of(site.inputGradient(0))));
        return Kernels.work(List.of(forward), List.of(backward));
    }

    private static Work again(Site site) {
        var x = site.input(0);
        var forward = List.of(site.kernel(
                Call.of("maxpool2d", List.of(x), List.of(site.output())).integers(SETTINGS)));
        if (!site.facts().differentiated()) {
            return Kernels.work(forward, List.of());
        }
        var backward =
                site.kernel(Call.of("maxpool2d_bp", List.of(x, site.outputGradient()), List.of(site.inputGradient(0)))
                        .integers(SETTINGS));
        return Kernels.work(forward, List.of(backward));
    }

    @Override
    public long flops(List<Shape> inputs) {
        return inputs.get(0).size();
    }
}
