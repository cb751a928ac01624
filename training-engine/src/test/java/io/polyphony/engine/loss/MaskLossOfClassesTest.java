package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaskLossOfClassesTest extends MaskLossTest {
    @Override
    int classes() {
        return 3;
    }

    /** Three classes of one pixel, each said with one third: their Dice are (2/3 + 1) / (1/9 + 2) once and 1 / (1/9 + 1) twice. */
    @Test
    void every_class_has_its_dice() {
        var loss = new MaskLoss(1, 3).evaluate(new float[3], new float[] {1}, new float[] {1}, new float[3]);
        double dice = ((2.0 / 3 + 1) / (1.0 / 9 + 2) + 2 / (1.0 / 9 + 1)) / 3;
        assertThat(loss).isCloseTo(Math.log(3) + 1 - dice, within(1e-12));
    }
}
