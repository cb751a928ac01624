package io.polyphony.hpo.analysis;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which parameters matter, for one objective at a time, with errors from bootstrap samples. */
public final class Importances {

    /** Below this many completed trials nothing is said. */
    public static final int LEAST_TRIALS = 10;

    private static final int SAMPLES = 20;
    private static final int GREATEST = 500;

    private Importances() {}

    /**
     * The importance of every parameter of the space for one objective, the most important first. Of more than 500 trials, the latest count.
     *
     * @param objective which of the objectives
     * @param seed      of the forests and bootstrap samples: same arguments, same answer
     * @throws TooFewTrials below 10 completed trials of the space with finite values
     */
    public static List<Importance> of(
            ImportanceMethod method,
            SearchSpace space,
            List<Objective> objectives,
            int objective,
            List<Trial> trials,
            long seed) {
        List<Trial> usable = trials.stream()
                .filter(trial -> !trial.values().isEmpty()
                        && Double.isFinite(trial.values().get(objective))
                        && space.contains(trial.assignment()))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        if (usable.size() < LEAST_TRIALS) {
            throw new TooFewTrials(usable.size(), LEAST_TRIALS);
        }
        List<Trial> latest = usable.subList(Math.max(0, usable.size() - GREATEST), usable.size());
        Layout layout = Layout.of(space);
        double[][] points =
                latest.stream().map(trial -> chosen(layout, trial.assignment())).toArray(double[][]::new);
        double[] losses = latest.stream()
                .mapToDouble(
                        trial -> objectives.get(objective).loss(trial.values().get(objective)))
                .toArray();
        return named(
                layout, shares(method, layout, points, losses, seed), errors(method, layout, points, losses, seed));
    }

    /** The coordinates, NaN where a parameter was not chosen. */
    private static double[] chosen(Layout layout, Assignment assignment) {
        double[] point = layout.point(assignment);
        Arrays.setAll(point, k -> assignment.has(layout.parameters().get(k).name()) ? point[k] : Double.NaN);
        return point;
    }

    /** A forest knows no gaps: there, what was not chosen is in the middle. */
    private static double[][] filled(double[][] points) {
        return Arrays.stream(points)
                .map(point -> Arrays.stream(point)
                        .map(position -> Double.isNaN(position) ? Layout.ABSENT : position)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static List<Importance> named(Layout layout, double[] shares, double[] errors) {
        return IntStream.range(0, shares.length)
                .mapToObj(k -> new Importance(layout.parameters().get(k).name(), shares[k], errors[k]))
                .sorted(Comparator.comparingDouble((Importance importance) -> -importance.share())
                        .thenComparing(Importance::parameter))
                .toList();
    }

    private static double[] shares(
            ImportanceMethod method, Layout layout, double[][] points, double[] losses, long seed) {
        double[] raw = switch (method) {
            case FANOVA -> Forest.grow(filled(points), losses, seed).explained();
            case PERMUTATION ->
                Forest.grow(filled(points), losses, seed).lostByShuffling(filled(points), points, losses, seed);
            case PED_ANOVA -> Divergence.ofTheBest(layout, points, losses);
        };
        double sum = Arrays.stream(raw).sum();
        return Arrays.stream(raw).map(value -> sum > 0 ? value / sum : 0).toArray();
    }

    private static double[] errors(
            ImportanceMethod method, Layout layout, double[][] points, double[] losses, long seed) {
        var random = new SplittableRandom(seed);
        var samples = new double[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            int[] drawn = random.ints(losses.length, 0, losses.length).toArray();
            samples[i] = shares(
                    method,
                    layout,
                    Arrays.stream(drawn).mapToObj(row -> points[row]).toArray(double[][]::new),
                    Arrays.stream(drawn).mapToDouble(row -> losses[row]).toArray(),
                    random.nextLong());
        }
        return IntStream.range(0, layout.dimensions())
                .mapToDouble(k -> deviation(
                        Arrays.stream(samples).mapToDouble(sample -> sample[k]).toArray()))
                .toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1));
    }
}
