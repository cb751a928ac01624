package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CaGradTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new CaGrad(0.4);
    }

    @Test
    void a_radius_of_nothing_is_the_mean() {
        var gram = Gradients.gram(new double[] {1, 0}, new double[] {-1, 1});
        assertThat(CaGrad.coefficients(gram, 0)).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    /** The primal problem by brute force: of the directions on the circle around the mean, the best for the worst task. */
    @Test
    void is_best_for_the_worst_task_within_its_radius() {
        var gradients = new double[][] {{1, 0.2}, {-0.6, 0.9}};
        var mean = new double[] {0.2, 0.55};
        double reach = 0.4 * Math.hypot(mean[0], mean[1]);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 100_000; i++) {
            double angle = 2 * Math.PI * i / 100_000;
            var at = new double[] {mean[0] + reach * Math.cos(angle), mean[1] + reach * Math.sin(angle)};
            best = Math.max(best, worst(gradients, at));
        }
        var found = Gradients.sum(CaGrad.coefficients(Gradients.gram(gradients), 0.4), gradients);
        var direction = new double[] {found[0] * (1 + 0.4 * 0.4), found[1] * (1 + 0.4 * 0.4)};
        assertThat(Math.hypot(direction[0] - mean[0], direction[1] - mean[1])).isCloseTo(reach, within(1e-9));
        assertThat(worst(gradients, direction)).isGreaterThan(best - 1e-9).isCloseTo(best, within(1e-5));
    }

    private static double worst(double[][] gradients, double[] direction) {
        return Math.min(Gradients.dot(gradients[0], direction), Gradients.dot(gradients[1], direction));
    }
}
