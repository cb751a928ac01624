package io.polyphony.engine.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.InputFeatures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number that is 1, 3, 5 and missing in four rows, and a category that is a, a, a, b. */
class ReconstructionTest {
    private static final InputFeatures FEATURES = new InputFeatures(
            "table",
            4,
            Map.of(
                    "numbers",
                    new Block.Dense(new int[] {2}, new float[] {1, 0, 3, 0, 5, 0, 0, 1}),
                    "codes",
                    new Block.Codes(new int[] {1}, new int[] {1, 1, 1, 2})),
            new boolean[] {true, true, true, true});
    private static final Blocks BLOCKS = Blocks.of(FEATURES);
    private static final int[] ROWS = {0, 1, 2, 3};
    private final Reconstruction loss = new Reconstruction(
            new Targets(List.of(
                    new Target.Numbers("numbers", 1, new int[] {0}), new Target.Categories("codes", new int[] {3}))),
            FEATURES);
    private final float[] target = new float[16];
    private final float[] known = new float[16];

    ReconstructionTest() {
        for (int row : ROWS) {
            loss.read(BLOCKS, row, target, known, row * loss.count());
        }
    }

    @Test
    void numbers_are_scaled_to_the_deviation_of_those_that_are_there() {
        double deviation = Math.sqrt(8.0 / 3);
        assertThat(target[0]).isCloseTo((float) (-2 / deviation), within(1e-6f));
        assertThat(target[8]).isCloseTo((float) (2 / deviation), within(1e-6f));
        assertThat(known[12]).isZero();
    }

    @Test
    void who_tells_the_same_of_every_row_loses_one() {
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
        assertThat(loss.constant()).isCloseTo((3 * 0.5 + 4 * entropy) / 4, within(1e-6));
        var told = new float[16];
        for (int row : ROWS) {
            told[row * 4 + 1] = -50;
            told[row * 4 + 2] = (float) Math.log(0.75);
            told[row * 4 + 3] = (float) Math.log(0.25);
        }
        assertThat(loss.evaluate(told, target, known, 4, new float[16])).isCloseTo(1, within(1e-6));
        assertThat(loss.evaluate(FEATURES, told)).isCloseTo(1, within(1e-6));
    }

    @Test
    void who_tells_everything_loses_nothing() {
        var told = target.clone();
        for (int row : ROWS) {
            for (int i = 1; i < 4; i++) {
                told[row * 4 + i] = 50 * target[row * 4 + i];
            }
        }
        assertThat(loss.evaluate(told, target, known, 4, new float[16])).isCloseTo(0, within(1e-6));
    }

    @Test
    void the_gradient_is_the_slope() {
        var told = new float[16];
        for (int i = 0; i < told.length; i++) {
            told[i] = (float) Math.sin(i);
        }
        var gradient = new float[16];
        loss.evaluate(told, target, known, 4, gradient);
        assertThat(gradient[12]).isZero();
        for (int i = 0; i < told.length; i++) {
            float before = told[i];
            told[i] = before + 1e-2f;
            double high = loss.evaluate(told, target, known, 4, new float[16]);
            told[i] = before - 1e-2f;
            double low = loss.evaluate(told, target, known, 4, new float[16]);
            told[i] = before;
            assertThat((double) gradient[i]).as("[%d]", i).isCloseTo((high - low) / 2e-2, within(1e-4));
        }
    }
}
