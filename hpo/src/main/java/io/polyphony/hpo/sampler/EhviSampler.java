package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.sampler.gaussian.GaussianProcess;
import io.polyphony.hpo.sampler.gaussian.Prediction;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A Gaussian process per objective; the proposal is where the hypervolume is expected to grow most (Emmerich, Giannakoglou and Naujoks, IEEE Trans. Evol.
 * Comput. 10(4), 2006). Exact for two objectives, a sum over the strips between the points of the front; by Monte Carlo for more,
 * over the same places for every candidate. One objective is searched as {@link GaussianSampler} does, more than four
 * as {@link ParEgoSampler} does.
 *
 * @param startup how many trials are spread out before the first model
 */
public record EhviSampler(int startup) implements Sampler {

    /** Beyond, places no longer fill the volume. */
    private static final int GREATEST_OBJECTIVES = 4;

    private static final double REFERENCE = 1.1;
    private static final int FRONT = 24;
    private static final int PLACES = 300;
    private static final double BELOW = 0.3;

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        Observations observed = Observations.of(problem, history);
        if (problem.single() || observed.size() < startup) {
            return new GaussianSampler(startup).suggest(problem, history, random);
        }
        if (problem.objectives().size() > GREATEST_OBJECTIVES) {
            return new ParEgoSampler(startup).suggest(problem, history, random);
        }
        Layout layout = Layout.of(problem.space());
        double[][] losses = Unit.of(observed.losses());
        var surrogates = IntStream.range(0, problem.objectives().size())
                .mapToObj(k -> Surrogate.of(layout, observed, objective(losses, k)))
                .toList();
        var processes = surrogates.stream().map(Surrogate::process).toList();
        double[][] seen = expected(processes);
        double[][] front =
                Arrays.stream(Ranking.front(seen, FRONT)).mapToObj(i -> seen[i]).toArray(double[][]::new);
        double[] reference = reference(seen);
        ToDoubleFunction<double[]> growth = processes.size() == 2
                ? point -> Math.log(Math.max(strips(front, reference, predict(processes, point)), Double.MIN_VALUE))
                : monteCarlo(processes, front, reference, problem.seed());
        return layout.at(surrogates.get(random.nextInt(surrogates.size())).maximise(growth, random));
    }

    /** What the processes expect at the points they have learnt from, one vector per point. */
    private static double[][] expected(List<GaussianProcess> processes) {
        int shared = processes.stream()
                .mapToInt(process -> process.points().length)
                .min()
                .orElse(0);
        return IntStream.range(0, shared)
                .mapToObj(i -> predict(processes, processes.getFirst().points()[i]))
                .map(predictions ->
                        Arrays.stream(predictions).mapToDouble(Prediction::mean).toArray())
                .toArray(double[][]::new);
    }

    private static Prediction[] predict(List<GaussianProcess> processes, double[] point) {
        return processes.stream().map(process -> process.predict(point)).toArray(Prediction[]::new);
    }

    /** A little beyond the worst of the trials, so that the ends of the front count. */
    private static double[] reference(double[][] seen) {
        double[] low = seen[0].clone();
        double[] high = seen[0].clone();
        for (double[] losses : seen) {
            Arrays.setAll(low, k -> Math.min(low[k], losses[k]));
            Arrays.setAll(high, k -> Math.max(high[k], losses[k]));
        }
        var reference = new double[low.length];
        Arrays.setAll(reference, k -> low[k] + REFERENCE * (high[k] - low[k]) + 1e-6);
        return reference;
    }

    /** Between neighbours of the front the first loss gains a stretch and the second everything below the left neighbour. */
    static double strips(double[][] front, double[] reference, Prediction[] at) {
        double[][] sorted = front.clone();
        Arrays.sort(sorted, Arrays::compare);
        double sum = 0;
        double left = 0;
        double ceiling = reference[1];
        for (int i = 0; i <= sorted.length; i++) {
            double end = i < sorted.length ? Math.min(sorted[i][0], reference[0]) : reference[0];
            double right = Improvement.expected(end, at[0]);
            sum += (right - left) * Improvement.expected(ceiling, at[1]);
            left = right;
            ceiling = i < sorted.length ? Math.min(ceiling, sorted[i][1]) : ceiling;
        }
        return sum;
    }

    /** Spread over what the front leaves free below the reference: the chance that a candidate dominates a point, summed over these points. */
    static ToDoubleFunction<double[]> monteCarlo(
            List<GaussianProcess> processes, double[][] front, double[] reference, long seed) {
        double[][] free = free(front, reference, seed);
        return point -> dominated(free, predict(processes, point));
    }

    static double dominated(double[][] free, Prediction[] at) {
        double sum = 0;
        for (double[] place : free) {
            double chance = 1;
            for (int k = 0; k < at.length; k++) {
                chance *= Normal.upperTail((at[k].mean() - place[k]) / at[k].deviation());
            }
            sum += chance;
        }
        return sum;
    }

    /** Between a little below the front and the reference. */
    static double[][] free(double[][] front, double[] reference, long seed) {
        double[] low = reference.clone();
        for (double[] losses : front) {
            Arrays.setAll(low, k -> Math.min(low[k], losses[k]));
        }
        Arrays.setAll(low, k -> low[k] - BELOW * (reference[k] - low[k]));
        return IntStream.range(0, PLACES)
                .mapToObj(i -> Sobol.point(low.length, i, seed))
                .map(unit -> IntStream.range(0, low.length)
                        .mapToDouble(k -> low[k] + unit[k] * (reference[k] - low[k]))
                        .toArray())
                .filter(place -> Arrays.stream(front)
                        .noneMatch(losses -> IntStream.range(0, low.length).allMatch(k -> losses[k] <= place[k])))
                .toArray(double[][]::new);
    }

    private static double[] objective(double[][] losses, int objective) {
        return Arrays.stream(losses).mapToDouble(loss -> loss[objective]).toArray();
    }
}
