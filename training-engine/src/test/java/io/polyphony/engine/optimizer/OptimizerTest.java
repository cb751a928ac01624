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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    private final Tensor values = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final Tensor gradients = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final EmbeddingTable table = new EmbeddingTable("words", 5, 2);
    private final Parameters parameters = new Parameters(
            values,
            gradients,
            List.of(new Parameters.Slice("weight", 0, 3, true), new Parameters.Slice("bias", 3, 1, false)),
            List.of(table));

    /** The algorithm as Kingma and Ba print it, in double. */
    @Test
    void moves_as_the_paper_says() {
        values.write(0, new float[] {1, -2, 3, 0.5f}, 0, 4);
        var optimizer = new Optimizer(parameters, new AdamW(0.1, 0.2), 0);
        var theta = new double[] {1, -2, 3, 0.5};
        var m = new double[4];
        var v = new double[4];
        var random = new SplittableRandom(1);
        for (int t = 1; t <= 20; t++) {
            var g = new float[4];
            for (int i = 0; i < 4; i++) {
                g[i] = (float) random.nextGaussian();
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                double step =
                        0.1 * (m[i] / (1 - Math.pow(0.9, t))) / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
                theta[i] = theta[i] * (i < 3 ? 1 - 0.1 * 0.2 : 1) - step;
            }
            gradients.write(0, g, 0, 4);
            optimizer.step(0.1);
        }
        assertThat(values.doubles()).containsExactly(theta, within(1e-4));
    }

    @Test
    void a_long_gradient_is_clipped_as_a_whole() {
        gradients.write(0, new float[] {3, 0, 0, 0}, 0, 4);
        table.gradient()[table.gradientAt(1)] = 4;
        var optimizer = new Optimizer(parameters, new Adam(0.1), 1);
        assertThat(optimizer.step(0.1)).isCloseTo(5, within(1e-6));
        assertThat(optimizer.state().get(0)[0]).isCloseTo(0.1f * 3 / 5, within(1e-6f));
        assertThat(optimizer.state().get(2)[2]).isCloseTo(0.1f * 4 / 5, within(1e-6f));
    }

    @Test
    void rows_that_were_not_read_neither_move_nor_decay() {
        Arrays.fill(table.values(), 1f);
        table.gradient()[table.gradientAt(3)] = 2;
        new Optimizer(parameters, new AdamW(0.1, 0.5), 0).step(0.1);
        for (int i = 0; i < table.values().length; i++) {
            if (i / 2 == 3) {
                assertThat(table.values()[i]).isLessThan(1);
            } else {
                assertThat(table.values()[i]).isEqualTo(1);
            }
        }
    }

    @Test
    void nothing_moves_when_the_gradient_is_no_number() {
        values.write(0, new float[] {1, 2, 3, 4}, 0, 4);
        gradients.write(0, new float[] {1, Float.NaN, 0, 0}, 0, 4);
        assertThat(new Optimizer(parameters, new Adam(0.1), 1).step(0.1)).isNaN();
        assertThat(values.floats()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void the_cosine_warms_up_and_falls_to_nothing() {
        var schedule = new CosineSchedule(0.1);
        assertThat(schedule.factor(0, 100)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule.factor(9, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.factor(10, 100)).isCloseTo(1, within(1e-12));
        assertThat(schedule.factor(55, 100)).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.factor(100, 100)).isCloseTo(0, within(1e-12));
        assertThat(new ConstantSchedule().factor(50, 100)).isEqualTo(1);
    }
}
