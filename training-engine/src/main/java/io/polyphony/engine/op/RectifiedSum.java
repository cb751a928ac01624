package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** max(x + y, 0) of two tensors of one shape, at one go through memory: where a residual block's branches meet (He 2016). */
public record RectifiedSum() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        ShapeMismatch.unless(inputs.get(0).equals(inputs.get(1)), "RectifiedSum", inputs, "two equal shapes");
        return inputs.get(0);
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public boolean readsOutput() {
        return true;
    }

    @Override
    public String onnx(Twin twin) {
        return twin.node("Relu", twin.node("Add", twin.input(0), twin.input(1)));
    }

    @Override
    public Work bind(Site site) {
        if (site.facts().knows("rectified_sum")) {
            return new InLibrary(site);
        }
        return site.facts().precision() == Precision.FLOAT ? new Floats(site) : new Doubles(site);
    }

    /** What is above zero in the result is what the way back through a ReLU asks for. */
    private static final class InLibrary implements Work {
        private final Site site;
        private final Kernel ahead;
        private final @Nullable Kernel back;
        private final int first;

        InLibrary(Site site) {
            this.site = site;
            var result = site.output();
            ahead = site.kernel(Call.of("rectified_sum", List.of(site.input(0), site.input(1)), List.of(result)));
            first = site.wants(0) ? 0 : 1;
            back = site.wants(first)
                    ? site.kernel(Call.of(
                            "relu_bp", List.of(result, site.outputGradient()), List.of(site.inputGradient(first))))
                    : null;
        }

        @Override
        public void forward(Pass pass) {
            ahead.run();
        }

        @Override
        public void backward() {
            if (back != null) {
                back.run();
            }
            if (first == 0 && site.wants(1)) {
                site.inputGradient(1)
                        .copy(0, site.inputGradient(0), 0, site.output().size());
            }
        }
    }

    private static final class Floats implements Work {
        private final Site site;
        private final float[] one = new float[Chunks.SIZE];
        private final float[] two = new float[Chunks.SIZE];

        Floats(Site site) {
            this.site = site;
        }

        @Override
        public void forward(Pass pass) {
            Chunks.each(site.output().size(), this::add);
        }

        private void add(int at, int count) {
            site.input(0).read(at, one, 0, count);
            site.input(1).read(at, two, 0, count);
            Vectors.add(one, two, count);
            Vectors.rectify(one, count);
            site.output().write(at, one, 0, count);
        }

        @Override
        public void backward() {
            Chunks.each(site.output().size(), this::hand);
        }

        private void hand(int at, int count) {
            site.output().read(at, one, 0, count);
            site.outputGradient().read(at, two, 0, count);
            Vectors.gate(one, two, count);
            for (int i = 0; i < 2; i++) {
                if (site.wants(i)) {
                    site.inputGradient(i).write(at, two, 0, count);
                }
            }
        }
    }

    private record Doubles(Site site) implements Work {
        @Override
        public void forward(Pass pass) {
            var x = site.input(0).doubles();
            var y = site.input(1).doubles();
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.max(0, x[i] + y[i]);
            }
            site.output().write(0, x, x.length);
        }

        @Override
        public void backward() {
            var sum = site.output().doubles();
            var slopes = site.outputGradient().doubles();
            for (int i = 0; i < sum.length; i++) {
                slopes[i] = sum[i] > 0 ? slopes[i] : 0;
            }
            for (int i = 0; i < 2; i++) {
                if (site.wants(i)) {
                    site.inputGradient(i).write(0, slopes, slopes.length);
                }
            }
        }
    }
}
