package io.polyphony.hpo.sampler;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a trial that was given up would have come to: its losses so far, and what the completed trials went on to gain from that step, on median.
 *
 * @param gains known so far, by step
 */
public record Remainder(List<Objective> objectives, List<Trial> completed, Map<Integer, Optional<double[]>> gains) {

    /** With fewer, nobody knows. */
    private static final int ENOUGH = 3;

    /** What these completed trials say. */
    public static Remainder of(List<Objective> objectives, List<Trial> completed) {
        return new Remainder(objectives, completed, new HashMap<>());
    }

    /** The losses that it would have ended with; empty if too few that completed told anything at its step. */
    Optional<double[]> end(Trial pruned) {
        return pruned.lastReport()
                .map(Report::step)
                .flatMap(step -> gains.computeIfAbsent(step, this::gain)
                        .flatMap(gain -> pruned.bestUntil(objectives, step).map(losses -> sum(losses, gain))));
    }

    /**
     * By how much it would have missed the limits, relative to these and summed up: as it would have ended, or where nobody knows that as it was last. 0 if it would have kept to all,
     * or if its figures are not known.
     */
    public double violation(Trial pruned) {
        if (objectives.stream().allMatch(objective -> objective.limit() == null)) {
            return 0;
        }
        double violation = Objective.violation(
                objectives,
                end(pruned)
                        .map(this::values)
                        .or(() -> pruned.lastReport().map(Report::values))
                        .orElse(List.of()));
        return Double.isFinite(violation) ? violation : 0;
    }

    private List<Double> values(double[] losses) {
        return IntStream.range(0, losses.length)
                .mapToObj(k -> objectives.get(k).value(losses[k]))
                .toList();
    }

    private Optional<double[]> gain(int step) {
        double[][] each = completed.stream()
                .flatMap(trial -> trial
                        .bestUntil(objectives, step)
                        .map(then -> difference(Objective.losses(objectives, trial.values()), then))
                        .stream())
                .filter(gain -> Arrays.stream(gain).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        return each.length < ENOUGH ? Optional.empty() : Optional.of(median(each));
    }

    private static double[] median(double[][] each) {
        var median = new double[each[0].length];
        Arrays.setAll(
                median,
                k -> Arrays.stream(each).mapToDouble(gain -> gain[k]).sorted().toArray()[each.length / 2]);
        return median;
    }

    private static double[] sum(double[] one, double[] other) {
        var sum = one.clone();
        Arrays.setAll(sum, k -> one[k] + other[k]);
        return sum;
    }

    private static double[] difference(double[] one, double[] other) {
        var difference = one.clone();
        Arrays.setAll(difference, k -> one[k] - other[k]);
        return difference;
    }
}
