package io.polyphony.hpo.sampler.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {

    private static final boolean[] MIXED = {false, false, true};

    @Test
    void the_gradient_of_the_evidence_agrees_with_central_differences() {
        var evidence = new Evidence(points(14), values(14), MIXED);
        var random = new SplittableRandom(3);
        double[] logs = Shape.start(MIXED).logs();
        Arrays.setAll(logs, k -> logs[k] + 0.3 * random.nextGaussian());
        var gradient = new double[logs.length];
        evidence.at(logs, gradient);
        for (int k = 0; k < logs.length; k++) {
            double[] up = logs.clone();
            double[] down = logs.clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;
            var ignored = new double[logs.length];
            double slope = (evidence.at(up, ignored) - evidence.at(down, ignored)) / 2e-5;
            assertThat(gradient[k]).as("d/d logs[%d]", k).isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
        }
    }

    @Test
    void expects_what_it_has_seen_and_is_unsure_far_away() {
        double[][] points = points(40);
        double[] values = values(40);
        var process = GaussianProcess.fit(points, values, MIXED);
        for (int i = 0; i < points.length; i++) {
            assertThat(process.predict(points[i]).mean()).isCloseTo(values[i], within(0.15));
        }
        var near = process.predict(points[3]);
        var far = GaussianProcess.fit(new double[][] {{0.1, 0.1, 0.25}, {0.12, 0.1, 0.25}}, new double[] {1, -1}, MIXED)
                .predict(new double[] {0.9, 0.9, 0.75});
        assertThat(near.deviation()).isLessThan(far.deviation());
    }

    @Test
    void predicts_points_it_has_not_seen() {
        var process = GaussianProcess.fit(points(60), values(60), MIXED);
        double[][] fresh = Arrays.copyOfRange(points(100), 60, 100);
        double[] truth = Arrays.copyOfRange(values(100), 60, 100);
        double error = IntStream.range(0, 40)
                .mapToDouble(i -> Math.pow(process.predict(fresh[i]).mean() - truth[i], 2))
                .average()
                .orElseThrow();
        assertThat(error).isLessThan(0.05);
    }

    @Test
    void learns_what_each_of_six_coordinates_does_alone_from_thirty_points() {
        var random = new SplittableRandom(5);
        double[][] points = IntStream.range(0, 130)
                .mapToObj(_ -> random.doubles(6).toArray())
                .toArray(double[][]::new);
        double[] sums = Arrays.stream(points)
                .mapToDouble(x -> IntStream.range(0, 6)
                        .mapToDouble(k -> Math.sin(4 * x[k] + k))
                        .sum())
                .toArray();
        double[] values = Power.normal(sums);
        var process = GaussianProcess.fit(Arrays.copyOf(points, 30), Arrays.copyOf(values, 30), new boolean[6]);
        double error = IntStream.range(30, 130)
                .mapToDouble(i -> Math.pow(process.predict(points[i]).mean() - values[i], 2))
                .average()
                .orElseThrow();
        assertThat(error).isLessThan(0.1);
    }

    @Test
    void believing_in_a_pending_point_makes_it_certain_and_leaves_the_mean() {
        var process = GaussianProcess.fit(points(20), values(20), MIXED);
        double[] pending = {0.9, 0.05, 0.75};
        var before = process.predict(pending);
        var after = process.believing(new double[][] {pending}).predict(pending);
        assertThat(after.mean()).isCloseTo(before.mean(), within(0.02));
        assertThat(after.deviation()).isLessThan(0.5 * before.deviation());
    }

    @Test
    void a_single_observation_and_equal_ones_do() {
        double[][] same = {{0.5, 0.5, 0.25}, {0.5, 0.5, 0.25}, {0.5, 0.5, 0.25}};
        assertThat(GaussianProcess.fit(same, new double[3], MIXED)
                        .predict(same[0])
                        .mean())
                .isZero();
        assertThat(GaussianProcess.fit(new double[][] {same[0]}, new double[] {0}, MIXED)
                        .predict(same[0])
                        .deviation())
                .isPositive();
    }

    @Test
    void the_power_transform_takes_the_skew_and_keeps_the_order() {
        double[] skewed =
                IntStream.range(0, 50).mapToDouble(i -> Math.exp(i / 8.0)).toArray();
        double[] normal = Power.normal(skewed);
        assertThat(normal).isSorted();
        assertThat(skew(skewed)).isGreaterThan(1.5);
        assertThat(skew(normal)).isLessThan(0.6);
        assertThat(Arrays.stream(Power.normal(new double[] {3, 3, 3}))).allMatch(x -> x == 0);
    }

    private static double skew(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        return Arrays.stream(values).map(x -> Math.pow(x - mean, 3)).average().orElseThrow() / Math.pow(variance, 1.5);
    }

    private static double[][] points(int count) {
        var random = new SplittableRandom(7);
        return IntStream.range(0, count)
                .mapToObj(_ ->
                        new double[] {random.nextDouble(), random.nextDouble(), random.nextBoolean() ? 0.25 : 0.75})
                .toArray(double[][]::new);
    }

    private static double[] values(int count) {
        return Arrays.stream(points(count))
                .mapToDouble(x -> 2 * Math.sin(5 * x[0]) * (x[2] < 0.5 ? 1 : 0.4) + x[1] - 0.8)
                .toArray();
    }
}
