package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * In training, zeroes each number with a probability and scales the others up, so that the expectation stays (Srivastava
 * 2014); otherwise the identity.
 *
 * @param share probability of zero, 0..0.9
 */
public record Dropout(double share) implements Primitive {
    public Dropout {
        Check.range("share", share, 0, 0.9);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public List<Shape> saved(Facts facts) {
        return List.of(facts.inputs().get(0));
    }

    @Override
    public String onnx(Twin twin) {
        return twin.input(0);
    }

    @Override
    public Work bind(Site site) {
        var mask = site.saved(0);
        var apply = site.kernel(Call.of("multiply", List.of(site.input(0), mask), List.of(site.output())));
        Kernel back = site.facts().differentiated()
                ? site.kernel(Call.of("multiply", List.of(site.outputGradient(), mask), List.of(site.inputGradient(0))))
                : new Kernels(List.of());
        var chunk = new double[Chunks.SIZE];
        return new Work() {
            private boolean drawn;

            @Override
            public void forward(Pass pass) {
                drawn = pass.training();
                if (drawn) {
                    draw(mask, chunk, pass.random());
                    apply.run();
                } else {
                    site.output().copy(0, site.input(0), 0, mask.size());
                }
            }

            @Override
            public void backward() {
                if (drawn) {
                    back.run();
                } else {
                    site.inputGradient(0).copy(0, site.outputGradient(), 0, mask.size());
                }
            }
        };
    }

    /** One draw of 64 bits decides two numbers. */
    private void draw(Tensor mask, double[] chunk, RandomGenerator random) {
        long threshold = (long) (share * (1L << 32));
        double kept = 1 / (1 - share);
        Chunks.each(mask.size(), (at, count) -> {
            for (int i = 0; i < count; i += 2) {
                long bits = random.nextLong();
                chunk[i] = (bits >>> 32) < threshold ? 0 : kept;
                chunk[i + 1] = (bits & 0xFFFF_FFFFL) < threshold ? 0 : kept;
            }
            mask.write(at, chunk, count);
        });
    }
}
