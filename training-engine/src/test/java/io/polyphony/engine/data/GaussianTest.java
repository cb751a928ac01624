package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianTest {

    /** The worst of a box moved, drawn in or drawn out by the radius covers the true one by exactly 0.7. */
    @Test
    void within_the_radius_a_box_is_good_enough() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            double w = random.nextDouble(1, 40);
            double h = random.nextDouble(1, 40);
            double r = Gaussian.radius(w, h);
            var truth = new Box("a", 0, 0, w, h);
            double moved = truth.iou(new Box("a", r, r, w, h));
            double within = truth.iou(new Box("a", r, r, w - 2 * r, h - 2 * r));
            double around = truth.iou(new Box("a", -r, -r, w + 2 * r, h + 2 * r));
            assertThat(Math.min(moved, Math.min(within, around))).isCloseTo(0.7, within(1e-9));
        }
    }

    /** A box of 20 x 20: the smallest of 20 - 20 sqrt(1 - 0.3/1.7), 10 (1 - sqrt 0.7) and 10 (sqrt(1/0.7) - 1) is 1.63. */
    @Test
    void its_deviation_is_a_sixth_of_its_diameter() {
        assertThat(Gaussian.radius(20, 20)).isCloseTo(10 * (1 - Math.sqrt(0.7)), within(1e-12));
        var near = new ArrayList<Float>();
        Gaussian.around(20, 20).draw(5, 5, 10, (_, value) -> near.add(value));
        assertThat(near).hasSize(9).contains(1f);
        assertThat(near.getFirst()).isCloseTo((float) Math.exp(-2 / (2 * 0.25)), within(1e-6f));
    }

    @Test
    void it_stays_on_the_grid() {
        var cells = new ArrayList<Integer>();
        new Gaussian(2).draw(0, 9, 10, (cell, _) -> cells.add(cell));
        assertThat(cells).containsExactly(7, 8, 9, 17, 18, 19, 27, 28, 29);
    }
}
