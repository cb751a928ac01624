package io.polyphony.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/**
 * What every optimizer must keep: it moves as its paper says, rows of tables like everything else when they are touched and
 * not at all when they are not, and nothing on a gradient that is no number.
 */
abstract class OptimizerContract {
    static final double RATE = 0.1;
    static final double DECAY = 0.2;
    private final Tensor values = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final Tensor gradients = Device.cpu().allocate(Precision.FLOAT, Shape.of(4));
    private final EmbeddingTable table = new EmbeddingTable("words", 5, 2);
    private final Parameters parameters = new Parameters(
            values,
            gradients,
            List.of(new Parameters.Slice("weight", 0, 3, true), new Parameters.Slice("bias", 3, 1, false)),
            List.of(table));

    /** With the rate {@link #RATE} and, where there is any, the decay {@link #DECAY}. */
    abstract OptimizerSpec spec();

    /**
     * One step of one number as the paper prints it, in double.
     *
     * @param memory two numbers to remember
     * @param t 1-based step
     * @return what the gradient takes from the value, decay apart
     */
    abstract double change(double g, double[] memory, int t);

    @Test
    void moves_as_the_paper_says() {
        values.write(0, new float[] {1, -2, 3, 0.5f}, 0, 4);
        Arrays.fill(table.values(), 1f);
        var optimizer = new Optimizer(parameters, spec(), 0);
        var theta = new double[] {1, -2, 3, 0.5};
        var row = new double[] {1, 1};
        var memory = new double[6][2];
        var random = new SplittableRandom(1);
        for (int t = 1; t <= 20; t++) {
            var g = new float[6];
            for (int i = 0; i < 6; i++) {
                g[i] = (float) random.nextGaussian();
            }
            for (int i = 0; i < 4; i++) {
                theta[i] = theta[i] * (i < 3 ? kept() : 1) - change(g[i], memory[i], t);
            }
            for (int i = 0; i < 2; i++) {
                row[i] = row[i] * kept() - change(g[4 + i], memory[4 + i], t);
            }
            gradients.write(0, g, 0, 4);
            table.clearGradient();
            System.arraycopy(g, 4, table.gradient(), table.gradientAt(3), 2);
            optimizer.step(RATE);
        }
        assertThat(values.doubles()).containsExactly(theta, within(1e-4));
        assertThat(table.values()[6]).isCloseTo((float) row[0], within(1e-4f));
        assertThat(table.values()[7]).isCloseTo((float) row[1], within(1e-4f));
    }

    private double kept() {
        return 1 - RATE * spec().weightDecay();
    }

    @Test
    void rows_that_were_not_read_neither_move_nor_decay() {
        Arrays.fill(table.values(), 1f);
        var optimizer = new Optimizer(parameters, spec(), 0);
        for (int t = 0; t < 3; t++) {
            table.clearGradient();
            table.gradient()[table.gradientAt(t == 0 ? 3 : 1)] = 2;
            optimizer.step(RATE);
        }
        for (int row = 0; row < 5; row++) {
            boolean moved = table.values()[2 * row] != 1;
            assertThat(moved).isEqualTo(row == 1 || row == 3);
            assertThat(optimizer.touched(0).get(row)).isEqualTo(moved);
        }
    }

    @Test
    void nothing_moves_when_the_gradient_is_no_number() {
        values.write(0, new float[] {1, 2, 3, 4}, 0, 4);
        gradients.write(0, new float[] {1, Float.NaN, 0, 0}, 0, 4);
        assertThat(new Optimizer(parameters, spec(), 1).step(RATE)).isNaN();
        assertThat(values.floats()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void is_json_both_ways() throws JsonProcessingException {
        var mapper = JsonMapper.builder().build();
        var json = mapper.writerFor(OptimizerSpec.class).writeValueAsString(spec());
        assertThat(mapper.readValue(json, OptimizerSpec.class)).isEqualTo(spec());
    }
}
