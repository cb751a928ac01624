package io.polyphony.engine.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.Lion;
import io.polyphony.engine.optimizer.Optimizer;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.RmsProp;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two encoders of 200 weights each and a head: the gradient of every weight is known. */
class ModulationTest {
    private static final double ALPHA = 0.3;
    private static final int WIDTH = 200;
    private final Program program = program();
    private final Modulation modulation = new Modulation(
            ALPHA, List.of("sound", "picture"), program.ownership().parts(), program.parameters());

    private static Program program() {
        var graph = new Graph(1);
        var sound = graph.owned("sound", () -> Linear.withoutBias(graph, "a", graph.input("x", WIDTH), 1));
        var picture = graph.owned("picture", () -> Linear.withoutBias(graph, "b", graph.input("y", WIDTH), 1));
        graph.output("task", Linear.withoutBias(graph, "head", graph.apply(new Add(), sound, picture), 1));
        return Program.compile(graph, true, Device.cpu(), Precision.FLOAT);
    }

    private static double coefficient(double ratio) {
        return 1 - Math.tanh(ALPHA * ratio);
    }

    @Test
    void the_encoder_that_is_ahead_is_slowed_down_by_how_far() {
        assertThat(modulation.coefficients(new double[] {0.6, 0.2}))
                .containsExactly(new double[] {coefficient(3), 1}, within(1e-12));
        assertThat(modulation.coefficients(new double[] {0.2, 0.6}))
                .containsExactly(new double[] {1, coefficient(3)}, within(1e-12));
        assertThat(modulation.coefficients(new double[] {0.4, 0.4})).containsExactly(1, 1);
    }

    @Test
    void several_are_compared_with_the_mean_of_the_others_that_are_there() {
        assertThat(modulation.coefficients(new double[] {0.6, 0.2, 0.4}))
                .containsExactly(new double[] {coefficient(2), 1, 1}, within(1e-12));
        assertThat(modulation.coefficients(new double[] {0.6, 0.2, Double.NaN}))
                .containsExactly(new double[] {coefficient(3), 1, 1}, within(1e-12));
        assertThat(modulation.coefficients(new double[] {0.6, Double.NaN})).containsExactly(1, 1);
    }

    @Test
    void only_the_steps_of_an_encoder_are_slowed() {
        var coefficients = new double[] {0.25, 1};
        assertThat(modulation.pace("a.weight", coefficients)).isEqualTo(0.25);
        assertThat(modulation.pace("b.weight", coefficients)).isEqualTo(1);
        assertThat(modulation.pace("head.weight", coefficients)).isEqualTo(1);
    }

    /** Whatever the optimizer makes of a gradient: the same one moves a slowed encoder by so much less. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void a_slowed_encoder_takes_shorter_steps_with_every_optimizer(OptimizerSpec spec) {
        var coefficients = new double[] {0.25, 1};
        gradients();
        var before = program.parameters().values().floats();
        var optimizer = new Optimizer(program.parameters(), spec, 0);
        optimizer.paces(name -> modulation.pace(name, coefficients));
        optimizer.step(0.01);
        var slowed = program.parameters().values().floats();
        gradients();
        new Optimizer(program.parameters(), spec, 0).step(0.01);
        var usual = program.parameters().values().floats();
        for (int i = 0; i <= 2 * WIDTH; i++) {
            double expected = (usual[i] - before[i]) * (i < WIDTH ? 0.25 : 1);
            assertThat((double) slowed[i] - before[i]).isCloseTo(expected, within(1e-6));
        }
        assertThat(usual[0]).isNotEqualTo(before[0]);
    }

    static List<OptimizerSpec> optimizers() {
        return List.of(new Sgd(0.01, 0.9, 0), new Adam(0.01), new RmsProp(0.01, 0), new Lion(0.01, 0));
    }

    @Test
    void gradients_of_encoders_get_noise_of_their_own_deviation() {
        var before = gradients();
        modulation.disturb(new SplittableRandom(1));
        var after = program.parameters().gradients().floats();
        assertNoise(before, after, 0);
        assertNoise(before, after, WIDTH);
        assertThat(after[2 * WIDTH]).as("the head's").isEqualTo(before[2 * WIDTH]);
    }

    private static void assertNoise(float[] before, float[] after, int from) {
        var own = new double[WIDTH];
        var noise = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            own[i] = before[from + i];
            noise[i] = after[from + i] - before[from + i];
        }
        assertThat(deviation(noise)).isCloseTo(deviation(own), within(0.2 * deviation(own)));
    }

    @Test
    void the_same_chance_makes_the_same_noise() {
        gradients();
        modulation.disturb(new SplittableRandom(7));
        var once = program.parameters().gradients().floats();
        gradients();
        modulation.disturb(new SplittableRandom(7));
        assertThat(program.parameters().gradients().floats()).containsExactly(once);
    }

    /** d task / d a_i = head x_i. */
    private float[] gradients() {
        program.initialize(new SplittableRandom(1));
        for (var input : List.of("x", "y")) {
            var numbers =
                    new SplittableRandom(input.hashCode()).doubles(WIDTH, -1, 1).toArray();
            program.input(input).write(0, numbers, WIDTH);
        }
        program.forward(new Pass(true, new SplittableRandom(1)));
        program.outputGradient("task").write(0, new double[] {1}, 1);
        program.backward();
        return program.parameters().gradients().floats();
    }

    private static double deviation(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        return Math.sqrt(Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / (numbers.length - 1));
    }
}
