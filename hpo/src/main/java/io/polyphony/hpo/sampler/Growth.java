package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.analysis.Losses;
import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.sampler.gaussian.Prediction;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.trial.Problem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * By how much a trial is expected to widen the front (Emmerich, Giannakoglou and Naujoks, IEEE Trans. Evol. Comput. 10(4), 2006). Exact for
 * two objectives, a sum over the strips between the points of the front; for more a sum over places that the front leaves free, the
 * same ones for every candidate.
 *
 * @param surrogates one per objective
 * @param front      what the surrogates expect of the best trials that ran to their end, one vector per trial
 * @param reference  up to which volume counts
 * @param free       places between front and reference, each worth as much volume
 * @param worth      of one such place
 */
record Growth(List<Surrogate> surrogates, double[][] front, double[] reference, double[][] free, double worth) {

    /** Beyond, places no longer fill the volume. */
    static final int GREATEST_OBJECTIVES = 4;

    private static final int FRONT = 24;
    private static final int PLACES = 300;
    private static final double BELOW = 0.3;

    static Growth of(Problem problem, Observations observed) {
        Layout layout = Layout.of(problem.space());
        double[][] losses = Losses.scaled(observed.losses());
        int[] kept = Surrogate.kept(losses);
        List<Surrogate> surrogates = IntStream.range(0, problem.objectives().size())
                .mapToObj(k -> Surrogate.of(layout, observed, objective(losses, k), kept))
                .toList();
        double[][] seen = expected(surrogates);
        return of(surrogates, front(seen, observed.only(kept).whole()), Hypervolume.corner(seen), problem.seed());
    }

    /** Of the trials that ran to their end: one that was given up holds no place, however good it might have become. */
    private static double[][] front(double[][] seen, BitSet whole) {
        double[][] reached =
                whole.isEmpty() ? seen : whole.stream().mapToObj(i -> seen[i]).toArray(double[][]::new);
        return Arrays.stream(Ranking.front(reached, FRONT))
                .mapToObj(i -> reached[i])
                .toArray(double[][]::new);
    }

    /** Places lie between a little below the front and the reference. */
    static Growth of(List<Surrogate> surrogates, double[][] front, double[] reference, long seed) {
        double[] low = reference.clone();
        for (double[] losses : front) {
            Arrays.setAll(low, k -> Math.min(low[k], losses[k]));
        }
        Arrays.setAll(low, k -> low[k] - BELOW * (reference[k] - low[k]));
        double[][] free = IntStream.range(0, PLACES)
                .mapToObj(i -> Sobol.point(low.length, i, seed))
                .map(unit -> IntStream.range(0, low.length)
                        .mapToDouble(k -> low[k] + unit[k] * (reference[k] - low[k]))
                        .toArray())
                .filter(place -> Arrays.stream(front)
                        .noneMatch(losses -> IntStream.range(0, low.length).allMatch(k -> losses[k] <= place[k])))
                .toArray(double[][]::new);
        double box = IntStream.range(0, low.length)
                .mapToDouble(k -> reference[k] - low[k])
                .reduce(1, (a, b) -> a * b);
        return new Growth(surrogates, front, reference, free, box / PLACES);
    }

    /** The point where most is expected. */
    double[] maximise(RandomGenerator random) {
        return surrogates
                .get(random.nextInt(surrogates.size()))
                .maximise(point -> at(predict(surrogates, point)), random);
    }

    /** How much is expected at a point, relative to the hypervolume so far. */
    double relative(double[] point) {
        return at(predict(surrogates, point)) / Math.max(Hypervolume.of(front, reference), Double.MIN_NORMAL);
    }

    /** How much is expected of a trial of which that is predicted. */
    double at(Prediction[] predicted) {
        return reference.length == 2 ? strips(predicted) : places(predicted);
    }

    /** Between neighbours of the front the first loss gains a stretch and the second everything below the left neighbour. */
    double strips(Prediction[] predicted) {
        double[][] sorted = front.clone();
        Arrays.sort(sorted, Arrays::compare);
        double sum = 0;
        double left = 0;
        double ceiling = reference[1];
        for (int i = 0; i <= sorted.length; i++) {
            double end = i < sorted.length ? Math.min(sorted[i][0], reference[0]) : reference[0];
            double right = Improvement.expected(end, predicted[0]);
            sum += (right - left) * Improvement.expected(ceiling, predicted[1]);
            left = right;
            ceiling = i < sorted.length ? Math.min(ceiling, sorted[i][1]) : ceiling;
        }
        return sum;
    }

    /** The chance of dominating a place, summed over the places. */
    double places(Prediction[] predicted) {
        double sum = 0;
        for (double[] place : free) {
            double chance = 1;
            for (int k = 0; k < predicted.length; k++) {
                chance *= Normal.upperTail((predicted[k].mean() - place[k]) / predicted[k].deviation());
            }
            sum += chance;
        }
        return worth * sum;
    }

    /** What the surrogates expect at the points that all of them have learnt from, one vector per point. */
    private static double[][] expected(List<Surrogate> surrogates) {
        return Arrays.stream(surrogates.getFirst().process().points())
                .map(point -> Arrays.stream(predict(surrogates, point))
                        .mapToDouble(Prediction::mean)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Prediction[] predict(List<Surrogate> surrogates, double[] point) {
        return surrogates.stream()
                .map(surrogate -> surrogate.process().predict(point))
                .toArray(Prediction[]::new);
    }

    private static double[] objective(double[][] losses, int objective) {
        return Arrays.stream(losses).mapToDouble(loss -> loss[objective]).toArray();
    }
}
