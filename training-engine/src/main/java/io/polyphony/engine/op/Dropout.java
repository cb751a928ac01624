package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * In training, zeroes each number with a probability and scales the others up, so that the expectation stays (Srivastava
 * 2014); otherwise the identity.
 *
 * @param share probability of zero, 0..0.9
 */
public record Dropout(double share) implements Primitive {
    private static final int LEVELS = 1 << 16;

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
        var chunk = new float[Chunks.SIZE];
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

    /** One draw of 64 bits decides four numbers, each by whether its sixteen bits are below a threshold. */
    private void draw(Tensor mask, float[] chunk, RandomGenerator random) {
        int threshold = (int) Math.round(share * LEVELS);
        float kept = (float) LEVELS / (LEVELS - threshold);
        Chunks.each(mask.size(), (at, count) -> {
            for (int i = 0; i < count; i += 4) {
                long bits = random.nextLong();
                for (int j = 0; j < 4; j++) {
                    chunk[i + j] = (bits >>> 16 * j & LEVELS - 1) < threshold ? 0 : kept;
                }
            }
            write(mask, at, chunk, count);
        });
    }

    private static void write(Tensor mask, int at, float[] chunk, int count) {
        if (mask.precision() == Precision.FLOAT) {
            mask.write(at, chunk, 0, count);
        } else {
            mask.write(at, IntStream.range(0, count).mapToDouble(i -> chunk[i]).toArray(), count);
        }
    }
}
