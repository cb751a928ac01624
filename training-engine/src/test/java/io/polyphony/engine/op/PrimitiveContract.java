package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every primitive must keep: its backward run agrees with central differences in double precision under a random
 * upstream gradient (so that errors cannot cancel), into dirty buffers; gradients that nobody wants change nothing;
 * floats agree with doubles; and ONNX Runtime computes the same from its twin.
 */
abstract class PrimitiveContract {
    private static final double STEP = 1e-5;

    abstract Primitive primitive();

    abstract List<Shape> shapes();

    /** Inputs with a gradient; the others are data. */
    List<Integer> differentiable() {
        return IntStream.range(0, shapes().size()).boxed().toList();
    }

    /** Inputs that are codes, all of them these. */
    Set<Integer> coded() {
        return Set.of();
    }

    int[] codes() {
        return new int[0];
    }

    /** A number of an input; away from kinks where the function has some. */
    double value(int input, SplittableRandom random) {
        return random.nextGaussian();
    }

    @Test
    void backward_agrees_with_central_differences() {
        assertSlopes(true);
    }

    /** Explanations ask a network as it answers. */
    @Test
    void so_it_does_after_a_forward_run_that_is_no_training() {
        assertSlopes(false);
    }

    private void assertSlopes(boolean training) {
        var site = site(Precision.DOUBLE, differentiable());
        var work = primitive().bind(site);
        forward(work, training);
        work.backward();
        for (int input : differentiable()) {
            var analytic = site.gradients.get(input).doubles();
            for (int i = 0; i < analytic.length; i++) {
                assertThat(analytic[i])
                        .as("d/d input %d [%d]", input, i)
                        .isCloseTo(slope(site, work, input, i, training), within(1e-6));
            }
        }
    }

    @Test
    void unwanted_gradients_change_nothing() {
        var all = run(site(Precision.DOUBLE, differentiable()));
        for (int input : differentiable()) {
            var alone = run(site(Precision.DOUBLE, List.of(input)));
            assertThat(alone.output.doubles()).containsExactly(all.output.doubles());
            assertThat(alone.gradients.get(input).doubles())
                    .containsExactly(all.gradients.get(input).doubles(), within(1e-12));
        }
    }

    @Test
    void floats_agree_with_doubles() {
        var exact = run(site(Precision.DOUBLE, differentiable()));
        var single = run(site(Precision.FLOAT, differentiable()));
        assertClose("output", single.output.doubles(), exact.output.doubles());
        for (int input : differentiable()) {
            assertClose(
                    "gradient",
                    single.gradients.get(input).doubles(),
                    exact.gradients.get(input).doubles());
            var alone = run(site(Precision.FLOAT, List.of(input)));
            assertClose(
                    "alone",
                    alone.gradients.get(input).doubles(),
                    exact.gradients.get(input).doubles());
        }
    }

    @Test
    void evaluation_needs_no_gradients() {
        var site = site(Precision.FLOAT, List.of());
        primitive().bind(site).forward(new Pass(false, new SplittableRandom(1)));
        assertThat(site.output.doubles()).doesNotContain(Double.NaN);
    }

    @Test
    void its_onnx_twin_says_the_same() {
        var site = site(Precision.FLOAT, List.of());
        primitive().bind(site).forward(new Pass(false, new SplittableRandom(1)));
        TwinCheck.agrees(primitive(), site, coded(), Set.of());
    }

    /** Single precision keeps seven digits; sums of up to a thousand products lose two of them. */
    private static void assertClose(String what, double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("%s [%d]", what, i)
                    .isCloseTo(expected[i], within(2e-5 * (1 + Math.abs(expected[i]))));
        }
    }

    private DirtySite run(DirtySite site) {
        var work = primitive().bind(site);
        forward(work, true);
        work.backward();
        return site;
    }

    private DirtySite site(Precision precision, List<Integer> wanted) {
        var flags = new ArrayList<Boolean>();
        for (int i = 0; i < shapes().size(); i++) {
            flags.add(wanted.contains(i));
        }
        var site = new DirtySite(primitive(), new Facts(precision, shapes(), flags));
        site.codes = codes();
        var random = new SplittableRandom(42);
        for (int i = 0; i < shapes().size(); i++) {
            var numbers = new double[shapes().get(i).size()];
            for (int j = 0; j < numbers.length; j++) {
                numbers[j] = (float) value(i, random);
            }
            site.inputs.get(i).write(0, numbers, numbers.length);
        }
        var upstream = random.doubles(site.output.size(), -1, 1).toArray();
        site.outputGradient.write(0, upstream, upstream.length);
        return site;
    }

    private static void forward(Work work, boolean training) {
        work.forward(new Pass(training, new SplittableRandom(1)));
    }

    private static double slope(DirtySite site, Work work, int input, int at, boolean training) {
        double high = lossAt(site, work, input, at, STEP, training);
        double low = lossAt(site, work, input, at, -STEP, training);
        return (high - low) / (2 * STEP);
    }

    private static double lossAt(DirtySite site, Work work, int input, int at, double step, boolean training) {
        var tensor = site.inputs.get(input);
        var original = tensor.doubles();
        var moved = original.clone();
        moved[at] += step;
        tensor.write(0, moved, moved.length);
        forward(work, training);
        tensor.write(0, original, original.length);
        var output = site.output.doubles();
        var upstream = site.outputGradient.doubles();
        double loss = 0;
        for (int i = 0; i < output.length; i++) {
            loss += output[i] * upstream[i];
        }
        return loss;
    }
}
