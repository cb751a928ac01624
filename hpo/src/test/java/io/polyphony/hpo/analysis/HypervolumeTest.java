package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HypervolumeTest {

    @Test
    void of_one_objective_is_a_length() {
        assertThat(Hypervolume.of(new double[][] {{3}, {1}, {7}}, new double[] {5}))
                .isEqualTo(4);
    }

    @Test
    void of_two_objectives_is_a_staircase() {
        // boxes 3 x 1, 2 x 1 more, 1 x 1 more; (3, 3) is dominated and (5, 0) beyond the reference
        double[][] points = {{1, 3}, {2, 2}, {3, 1}, {3, 3}, {5, 0}, {2, 2}};
        assertThat(Hypervolume.of(points, new double[] {4, 4})).isEqualTo(3 + 2 + 1);
    }

    @Test
    void of_three_objectives_agrees_with_inclusion_and_exclusion() {
        // each box is 1 x 2 x 2 = 4 wide, each pair shares 1 x 1 x 2 = 2, all three 1
        double[][] points = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        assertThat(Hypervolume.of(points, new double[] {2, 2, 2})).isCloseTo(3 * 4 - 3 * 2 + 1, within(1e-12));
    }

    @Test
    @Timeout(20)
    void of_many_equal_points_is_that_of_one_and_as_quick() {
        double[][] points =
                Stream.generate(() -> new double[] {1, 2, 3}).limit(60).toArray(double[][]::new);
        assertThat(Hypervolume.of(points, new double[] {4, 4, 4})).isEqualTo(3 * 2 * 1);
    }

    @Test
    void of_four_and_five_objectives_agrees_with_counting_cells() {
        for (int width = 3; width <= 5; width++) {
            var random = new SplittableRandom(width);
            double[][] points = new double[12][width];
            for (double[] point : points) {
                Arrays.setAll(point, _ -> random.nextInt(5));
            }
            var reference = new double[width];
            Arrays.fill(reference, 5);
            assertThat(Hypervolume.of(points, reference)).isCloseTo(cells(points, width), within(1e-9));
        }
    }

    /** The unit cells of {0..4}^width that some point is nowhere greater than. */
    private static long cells(double[][] points, int width) {
        return IntStream.range(0, (int) Math.pow(5, width))
                .filter(cell -> Arrays.stream(points)
                        .anyMatch(point ->
                                IntStream.range(0, width).allMatch(k -> point[k] <= cell / (int) Math.pow(5, k) % 5)))
                .count();
    }

    @Test
    void of_trials_minds_the_directions_and_ignores_the_diverged() {
        var objectives = List.of(Objective.maximize("accuracy"), Objective.minimize("mae"));
        var trials = List.of(trial(0, 0.9, 2.0), trial(1, 0.5, 1.0), trial(2, Double.NaN, 0.0), Trial.failed(3, ANY));
        assertThat(Hypervolume.of(objectives, trials, List.of(0.0, 3.0))).isCloseTo(0.9 + 0.5, within(1e-12));
    }

    @Test
    void its_history_never_falls_and_ends_at_the_whole() {
        var objectives = List.of(Objective.maximize("a"), Objective.minimize("b"), Objective.minimize("c"));
        var random = new SplittableRandom(1);
        var trials = IntStream.range(0, 60)
                .mapToObj(number -> trial(number, random.nextDouble(), random.nextDouble(), random.nextDouble()))
                .toList();
        var reference = List.of(0.0, 1.0, 1.0);
        var history = OptimizationHistory.hypervolume(objectives, trials, reference);
        assertThat(history).extracting(OptimizationHistory.Point::value).isSorted();
        assertThat(history.getLast().value()).isCloseTo(Hypervolume.of(objectives, trials, reference), within(1e-12));
    }

    @Test
    void the_history_of_one_objective_is_its_best_so_far() {
        var trials = List.of(trial(2, 0.6), trial(0, 0.5), trial(1, 0.4), trial(3, Double.NaN), Trial.failed(4, ANY));
        assertThat(OptimizationHistory.best(List.of(Objective.maximize("a")), 0, trials))
                .containsExactly(
                        new OptimizationHistory.Point(0, 0.5),
                        new OptimizationHistory.Point(1, 0.5),
                        new OptimizationHistory.Point(2, 0.6));
    }

    private static final Assignment ANY = new Assignment(Map.of());

    private static Trial trial(int number, Double... values) {
        return Trial.completed(number, ANY, values);
    }
}
