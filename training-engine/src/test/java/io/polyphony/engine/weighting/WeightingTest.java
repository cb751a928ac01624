package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightingTest {
    private static final TaskScales SCALES =
            new TaskScales(List.of("a", "b"), new double[] {0.5, 4}, new boolean[] {false, true});
    private static final boolean[] BOTH = {true, true};

    @Test
    void equal_divides_each_loss_by_that_of_a_constant_predictor() {
        var weighting = new Equal().start(SCALES);
        assertThat(weighting.factors(new double[] {1, 1}, BOTH)).containsExactly(2, 0.25);
        assertThat(weighting.total(new double[] {0.5, 4}, BOTH)).isEqualTo(2);
        assertThat(weighting.total(new double[] {0.5, 4}, new boolean[] {true, false}))
                .isEqualTo(1);
    }

    @Test
    void static_weights_come_on_top() {
        var weighting = new Static(Map.of("b", 3.0)).start(SCALES);
        assertThat(weighting.factors(new double[] {1, 1}, BOTH)).containsExactly(2, 0.75);
    }

    @Test
    void uncertainty_begins_with_all_variances_at_one() {
        var weighting = new Uncertainty().start(SCALES);
        assertThat(weighting.factors(new double[] {9, 9}, BOTH)).containsExactly(1, 0.5);
        assertThat(weighting.total(new double[] {3, 8}, BOTH)).isEqualTo(3 + 4);
    }

    /** At a constant loss the minimum over s is known: e^s = 2 L for a classification, e^s = L for a regression. */
    @Test
    void uncertainty_finds_the_minimum_of_its_closed_form() {
        var weighting = new Uncertainty().start(SCALES);
        var losses = new double[] {0.4, 3};
        for (int step = 0; step < 20_000; step++) {
            weighting.step(losses, BOTH, 1e-3 * (1 - step / 20_000.0));
        }
        var factors = weighting.factors(losses, BOTH);
        assertThat(factors[0]).isCloseTo(1 / (2 * 0.4), within(1e-3));
        assertThat(factors[1]).isCloseTo(1 / (2 * 3.0), within(1e-3));
    }

    @Test
    void log_variances_stay_within_five() {
        var weighting = new Uncertainty().start(SCALES);
        for (int step = 0; step < 20_000; step++) {
            weighting.step(new double[] {0, 1e9}, BOTH, 1e-2);
        }
        var factors = weighting.factors(new double[] {0, 1e9}, BOTH);
        assertThat(factors[0]).isCloseTo(Math.exp(5), within(1e-9));
        assertThat(factors[1]).isCloseTo(Math.exp(-5) / 2, within(1e-9));
    }

    @Test
    void a_task_without_labels_learns_nothing() {
        var weighting = new Uncertainty().start(SCALES);
        weighting.step(new double[] {0, 5}, new boolean[] {false, true}, 1e-2);
        assertThat(weighting.factors(new double[] {0, 5}, BOTH)[0]).isEqualTo(1);
    }

    @Test
    void uncertainty_goes_on_from_its_state() {
        var first = new Uncertainty().start(SCALES);
        first.step(new double[] {1, 2}, BOTH, 1e-2);
        var second = new Uncertainty().start(SCALES);
        second.restore(first.state());
        first.step(new double[] {2, 1}, BOTH, 1e-2);
        second.step(new double[] {2, 1}, BOTH, 1e-2);
        assertThat(second.state()).containsExactly(first.state());
    }
}
