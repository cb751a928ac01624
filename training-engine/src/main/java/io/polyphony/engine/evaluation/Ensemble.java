package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A weighted mean or median of what several finished trainings say of one task.
 *
 * @param weights by member, summing to 1; those of members that do not help are 0
 * @param averaging how they become one
 * @param value of the metric that it was selected by, on the rows that it was selected on
 */
public record Ensemble(double[] weights, Averaging averaging, double value) {

    /**
     * Greedy selection with replacement (Caruana et al., ICML 2004): begins with the best member, or the best three where they
     * answer by the median, and adds, round by round, the one with which the answer is best; the best round counts. Metrics of absolute error choose between means and medians as
     * well. It costs no training, and is never worse than its best member on these rows.
     *
     * @param members predictions of the same rows in the same order, validation rows that no member was trained on
     * @param metric what to improve
     * @param rounds how many members are added at most, the first included; one may be added again
     */
    public static Ensemble selected(List<TaskPredictions> members, String metric, int rounds) {
        requireSameRows(members);
        var info = Metrics.info(metric);
        return Averaging.worthTrying(members.getFirst(), metric).stream()
                .map(averaging -> selected(members, metric, rounds, averaging))
                .reduce((first, other) -> info.better(other.value, first.value) ? other : first)
                .orElseThrow();
    }

    private static Ensemble selected(List<TaskPredictions> members, String metric, int rounds, Averaging averaging) {
        var info = Metrics.info(metric);
        var tally = Tally.of(averaging, members.getFirst());
        var counts = new int[members.size()];
        int votes = Math.min(averaging.fewest(), members.size());
        for (int member : best(members, metric).subList(0, votes)) {
            counts[member]++;
            tally.add(members.get(member));
        }
        var best = valued(counts, averaging, members, metric);
        while (votes++ < rounds) {
            var step = next(members, tally, metric);
            counts[step.member]++;
            tally.add(members.get(step.member));
            if (info.better(step.value, best.value)) {
                best = new Ensemble(shares(counts), averaging, step.value);
            }
        }
        return best;
    }

    /** From the best one on; of equally good ones the first comes first. */
    private static List<Integer> best(List<TaskPredictions> members, String metric) {
        var info = Metrics.info(metric);
        var values = members.stream()
                .mapToDouble(member -> Metrics.evaluate(metric, member))
                .toArray();
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) ->
                        info.better(values[one], values[other]) ? -1 : info.better(values[other], values[one]) ? 1 : 0)
                .toList();
    }

    private static Ensemble valued(int[] counts, Averaging averaging, List<TaskPredictions> members, String metric) {
        var unknown = new Ensemble(shares(counts), averaging, Double.NaN);
        return new Ensemble(unknown.weights, averaging, Metrics.evaluate(metric, unknown.combined(members)));
    }

    private record Step(int member, double value) {}

    /** The member with which the answer is best; of equally good ones the first. */
    private static Step next(List<TaskPredictions> members, Tally tally, String metric) {
        var info = Metrics.info(metric);
        var best = new Step(0, Double.NaN);
        for (int candidate = 0; candidate < members.size(); candidate++) {
            double value = Metrics.evaluate(metric, tally.with(members.get(candidate)));
            if (info.better(value, best.value)) {
                best = new Step(candidate, value);
            }
        }
        return best;
    }

    /** The same members, each of them several networks that share its weight: all of the first one's, then of the next. */
    public Ensemble spread(int networks) {
        var spread = new double[weights.length * networks];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = weights[i / networks] / networks;
        }
        return new Ensemble(spread, averaging, value);
    }

    /** What the ensemble says where its members say this. */
    public TaskPredictions combined(List<TaskPredictions> members) {
        requireSameRows(members);
        var first = members.getFirst();
        var scores = new float[first.rows()][];
        var values = new double[members.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = new float[first.scores()[row].length];
            for (int c = 0; c < scores[row].length; c++) {
                for (int member = 0; member < values.length; member++) {
                    values[member] = members.get(member).scores()[row][c];
                }
                scores[row][c] = (float) averaging.of(values, weights);
            }
        }
        return first.with(scores);
    }

    private static void requireSameRows(List<TaskPredictions> members) {
        if (members.isEmpty()
                || members.stream().mapToInt(TaskPredictions::rows).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "An ensemble needs predictions of the same rows from each of its members, but they have %s rows.\nMaybe one was evaluated on another split."
                            .formatted(
                                    members.stream().map(TaskPredictions::rows).toList()));
        }
    }

    private static double[] shares(int[] counts) {
        double votes = IntStream.of(counts).sum();
        return IntStream.of(counts).mapToDouble(count -> count / votes).toArray();
    }
}
