package io.polyphony.hpo.sampler;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trial that was given up would have come to: its losses so far, and what the completed trials went on to gain from that step, on median.
 *
 * @param gains known so far, by step
 */
record Remainder(List<Objective> objectives, List<Trial> completed, Map<Integer, Optional<double[]>> gains) {

    /** With fewer, nobody knows. */
    private static final int ENOUGH = 3;

    static Remainder of(List<Objective> objectives, List<Trial> completed) {
        return new Remainder(objectives, completed, new HashMap<>());
    }

    /** The losses that it would have ended with; empty if too few that completed told anything at its step. */
    Optional<double[]> end(Trial pruned) {
        return pruned.lastReport()
                .map(Report::step)
                .flatMap(step -> gains.computeIfAbsent(step, this::gain)
                        .flatMap(gain -> pruned.bestUntil(objectives, step).map(losses -> sum(losses, gain))));
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
