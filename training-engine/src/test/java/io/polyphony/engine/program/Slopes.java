package io.polyphony.engine.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.op.Pass;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Compares the gradient of a whole program in double precision with central differences. */
public final class Slopes {
    private static final double STEP = 1e-6;
    private static final int PER_PARAMETER = 4;

    private Slopes() {}

    /**
     * Checks some numbers of every parameter under a random gradient of every output.
     *
     * @param program in double precision, its parameters and inputs filled
     */
    public static void check(Program program, List<String> outputs) {
        forward(program);
        var random = new SplittableRandom(5);
        var upstream = new ArrayList<double[]>();
        for (var name : outputs) {
            var slopes = random.doubles(program.output(name).size(), -1, 1).toArray();
            program.outputGradient(name).write(0, slopes, slopes.length);
            upstream.add(slopes);
        }
        program.backward();
        var gradient = program.parameters().gradients().doubles();
        for (var slice : program.parameters().slices()) {
            for (int i = 0; i < PER_PARAMETER; i++) {
                int at = slice.offset() + random.nextInt(slice.size());
                double expected = slope(program, outputs, upstream, at);
                assertThat(gradient[at])
                        .as("d/d %s [%d]", slice.name(), at - slice.offset())
                        .isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
            }
        }
    }

    private static double slope(Program program, List<String> outputs, List<double[]> upstream, int at) {
        var values = program.parameters().values();
        double before = values.doubles()[at];
        double high = loss(program, outputs, upstream, values, at, before + STEP);
        double low = loss(program, outputs, upstream, values, at, before - STEP);
        write(values, at, before);
        return (high - low) / (2 * STEP);
    }

    private static double loss(
            Program program, List<String> outputs, List<double[]> upstream, Tensor values, int at, double value) {
        write(values, at, value);
        forward(program);
        double loss = 0;
        for (int i = 0; i < outputs.size(); i++) {
            var output = program.output(outputs.get(i)).doubles();
            for (int j = 0; j < output.length; j++) {
                loss += upstream.get(i)[j] * output[j];
            }
        }
        return loss;
    }

    private static void write(Tensor values, int at, double value) {
        values.write(at, new double[] {value}, 1);
    }

    /** The same chance every time. */
    private static void forward(Program program) {
        program.forward(new Pass(true, new SplittableRandom(3)));
    }
}
