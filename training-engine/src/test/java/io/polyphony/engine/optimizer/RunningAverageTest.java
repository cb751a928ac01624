package io.polyphony.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunningAverageTest {
    private static final double DECAY = 0.9;
    private final EmbeddingTable table = new EmbeddingTable("words", 5, 2);
    private final Parameters parameters = new Parameters(
            Device.cpu().allocate(Precision.FLOAT, Shape.of(3)),
            Device.cpu().allocate(Precision.FLOAT, Shape.of(3)),
            List.of(new Parameters.Slice("weight", 0, 3, true)),
            List.of(table));
    private final Optimizer optimizer;
    private final RunningAverage average;
    private final List<float[]> history = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    RunningAverageTest() {
        for (int i = 0; i < table.values().length; i++) {
            table.values()[i] = i;
        }
        optimizer = new Optimizer(parameters, new Adam(0.1), 0);
        average = new RunningAverage(parameters, optimizer, DECAY);
    }

    /** Against the definition: weights w_1 ... w_t count by 0.9^(t - i), scaled to sum to one; rows touched rarely too. */
    @Test
    void is_the_weighted_mean_of_all_steps() {
        for (int t = 1; t <= 40; t++) {
            step(t);
            if (t % 13 == 0) { // Looking at it in between changes nothing.
                average.lend();
                average.giveBack();
            }
        }
        average.lend();
        var lent = all();
        for (int i = 0; i < lent.length; i++) {
            double sum = 0;
            double mass = 0;
            for (int t = 0; t < history.size(); t++) {
                double share = Math.pow(DECAY, history.size() - 1.0 - t);
                sum += share * history.get(t)[i];
                mass += share;
            }
            assertThat((double) lent[i]).as("number %d", i).isCloseTo(sum / mass, within(1e-4));
        }
    }

    @Test
    void gives_the_weights_back_bit_for_bit() {
        for (int t = 1; t <= 5; t++) {
            step(t);
        }
        var before = all();
        average.lend();
        assertThat(all()).isNotEqualTo(before);
        average.giveBack();
        assertThat(all()).containsExactly(before);
    }

    private void step(int t) {
        parameters.gradients().write(0, new double[] {random.nextGaussian(), random.nextGaussian(), 1}, 3);
        table.clearGradient();
        table.gradient()[table.gradientAt(t % 7 == 0 ? 3 : 1)] = (float) random.nextGaussian();
        average.beforeStep();
        optimizer.step(0.1);
        average.afterStep();
        history.add(all());
    }

    private float[] all() {
        var all = Arrays.copyOf(parameters.values().floats(), 3 + table.values().length);
        System.arraycopy(table.values(), 0, all, 3, table.values().length);
        return all;
    }
}
