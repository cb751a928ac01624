package io.polyphony.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private final Tensor values = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final Tensor gradients = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final EmbeddingTable table = new EmbeddingTable("words", 5, 2);
    private final Parameters parameters = new Parameters(
            values,
            gradients,
            List.of(new Parameters.Slice("weight", 0, 3, true), new Parameters.Slice("bias", 3, 1, false)),
            List.of(table));

    @Test
    void a_long_gradient_is_clipped_as_a_whole() {
        gradients.write(0, new float[] {3, 0, 0, 0}, 0, 4);
        table.gradient()[table.gradientAt(1)] = 4;
        var optimizer = new Optimizer(parameters, new Adam(0.1), 1);
        assertThat(optimizer.step(0.1)).isCloseTo(5, within(1e-6));
        assertThat(optimizer.memory()[0][0]).isCloseTo(0.1f * 3 / 5, within(1e-6f));
        assertThat(optimizer.tableMemory(0)[0][2]).isCloseTo(0.1f * 4 / 5, within(1e-6f));
    }

    /** Five steps of torch::optim (libtorch 2.7.1) from (1, -2, 0.5) at the rate 0.1. */
    static Stream<Arguments> libtorch() {
        return Stream.of(
                Arguments.of(new Sgd(0.1, 0.9, 0), new double[] {1.153783, -1.97936225, -0.236333}),
                Arguments.of(new Adam(0.1), new double[] {0.9783702364, -1.8538377901, 0.2751366283}),
                Arguments.of(new AdamW(0.1, 0.2), new double[] {0.8878190337, -1.6733648912, 0.2411796258}));
    }

    @ParameterizedTest
    @MethodSource("libtorch")
    void moves_as_libtorch_does(OptimizerSpec spec, double[] expected) {
        values.write(0, new float[] {1, -2, 0.5f, 0}, 0, 4);
        var optimizer = new Optimizer(parameters, spec, 0);
        for (float[] step : new float[][] {
            {0.5f, -1.25f, 2, 0},
            {-0.75f, 0.1f, 1.5f, 0},
            {0.3f, 0.9f, -2.5f, 0},
            {-1.1f, -0.4f, 0.2f, 0},
            {0.6f, 1.7f, -0.05f, 0}
        }) {
            gradients.write(0, step, 0, 4);
            optimizer.step(0.1);
        }
        assertThat(Arrays.copyOf(values.doubles(), 3)).containsExactly(expected, within(1e-5));
    }

    @Test
    void a_part_moves_at_its_own_rate() {
        values.write(0, new float[] {1, 1, 1, 1}, 0, 4);
        gradients.write(0, new float[] {1, 1, 1, 1}, 0, 4);
        var optimizer = new Optimizer(parameters, new Sgd(0.1, 0, 0.5), 0);
        optimizer.rates(name -> name.equals("bias") ? 3 : 1);
        optimizer.step(0.1);
        assertThat(values.floats()).containsExactly(new float[] {0.85f, 0.85f, 0.85f, 0.7f}, within(1e-6f));
    }

    /** Its gradient is remembered, so that it does not leap when it begins to move, and does not count for the clipping. */
    @Test
    void what_is_frozen_stands_still_but_remembers() {
        values.write(0, new float[] {1, 1, 1, 1}, 0, 4);
        gradients.write(0, new float[] {3, 4, 0, 0.5f}, 0, 4);
        table.gradient()[table.gradientAt(1)] = 9;
        var optimizer = new Optimizer(parameters, new AdamW(0.1, 0.5), 1);
        optimizer.rates(name -> name.equals("bias") ? 1 : 0);
        assertThat(optimizer.step(0.1)).isCloseTo(0.5, within(1e-6));
        assertThat(values.floats()).containsExactly(new float[] {1, 1, 1, 0.9f}, within(1e-5f));
        assertThat(table.values()).containsOnly(0);
        assertThat(optimizer.memory()[0]).containsExactly(new float[] {0.3f, 0.4f, 0, 0.05f}, within(1e-6f));
        assertThat(optimizer.tableMemory(0)[0][2]).isCloseTo(0.9f, within(1e-6f));
        gradients.write(0, new float[] {Float.NaN, 0, 0, 0}, 0, 4);
        assertThat(optimizer.step(0.1)).isNaN();
    }

    /** torch.optim.SparseAdam: between its touches a row's means stay as they are, but its steps are counted. */
    @Test
    void a_row_that_is_read_now_and_then_keeps_its_means() {
        var optimizer = new Optimizer(parameters, new Adam(0.1), 0);
        double mean = 0;
        double square = 0;
        double expected = 0;
        for (int t = 1; t <= 7; t++) {
            table.clearGradient();
            if (t % 3 == 1) {
                table.gradient()[table.gradientAt(2)] = t;
                mean = 0.9 * mean + 0.1 * t;
                square = 0.999 * square + 0.001 * t * t;
                double corrected = Math.sqrt(square / (1 - Math.pow(0.999, t)));
                expected -= 0.1 * mean / (1 - Math.pow(0.9, t)) / (corrected + 1e-8);
            }
            optimizer.step(0.1);
        }
        assertThat(table.values()[4]).isCloseTo((float) expected, within(1e-5f));
    }
}
