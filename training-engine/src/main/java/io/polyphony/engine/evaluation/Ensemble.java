package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A weighted mean of what several finished trainings say of one task.
 *
 * @param weights by member, summing to 1; those of members that do not help are 0
 * @param value of the metric that it was selected by, on the rows that it was selected on
 */
public record Ensemble(double[] weights, double value) {

    /**
     * Greedy selection with replacement (Caruana et al., ICML 2004): begins with the best member and adds, round by round,
     * the one with which the mean is best; the best round counts. It costs no training, and is never worse than its best
     * member on these rows.
     *
     * @param members predictions of the same rows in the same order, validation rows that no member was trained on
     * @param metric what to improve
     * @param rounds how many members are added at most, the first included; one may be added again
     */
    public static Ensemble selected(List<TaskPredictions> members, String metric, int rounds) {
        requireSameRows(members);
        var info = Metrics.info(metric);
        var counts = new int[members.size()];
        var sum = new double[members.getFirst().rows()][width(members)];
        var best = new Ensemble(new double[members.size()], Double.NaN);
        for (int round = 1; round <= rounds; round++) {
            int chosen = next(members, sum, round, metric);
            counts[chosen]++;
            add(sum, members.get(chosen));
            double reached = Metrics.evaluate(metric, mean(members.getFirst(), sum, round));
            if (round == 1 || info.better(reached, best.value)) {
                best = new Ensemble(shares(counts, round), reached);
            }
        }
        return best;
    }

    /** The member with which the mean of so many is best; of equally good ones the first. */
    private static int next(List<TaskPredictions> members, double[][] sum, int round, String metric) {
        var info = Metrics.info(metric);
        int best = 0;
        double reached = Double.NaN;
        for (int candidate = 0; candidate < members.size(); candidate++) {
            var tried = copy(sum);
            add(tried, members.get(candidate));
            double value = Metrics.evaluate(metric, mean(members.getFirst(), tried, round));
            if (info.better(value, reached)) {
                best = candidate;
                reached = value;
            }
        }
        return best;
    }

    /** What the ensemble says where its members say this. */
    public TaskPredictions combined(List<TaskPredictions> members) {
        requireSameRows(members);
        var sum = new double[members.getFirst().rows()][width(members)];
        for (int member = 0; member < weights.length; member++) {
            for (int row = 0; row < sum.length; row++) {
                for (int c = 0; c < sum[row].length; c++) {
                    sum[row][c] += weights[member] * members.get(member).scores()[row][c];
                }
            }
        }
        return mean(members.getFirst(), sum, 1);
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

    private static int width(List<TaskPredictions> members) {
        var scores = members.getFirst().scores();
        return scores.length == 0 ? 0 : scores[0].length;
    }

    private static void add(double[][] sum, TaskPredictions member) {
        for (int row = 0; row < sum.length; row++) {
            for (int c = 0; c < sum[row].length; c++) {
                sum[row][c] += member.scores()[row][c];
            }
        }
    }

    private static double[][] copy(double[][] sum) {
        return IntStream.range(0, sum.length).mapToObj(row -> sum[row].clone()).toArray(double[][]::new);
    }

    private static TaskPredictions mean(TaskPredictions like, double[][] sum, int count) {
        var scores = new float[sum.length][];
        for (int row = 0; row < sum.length; row++) {
            scores[row] = new float[sum[row].length];
            for (int c = 0; c < scores[row].length; c++) {
                scores[row][c] = (float) (sum[row][c] / count);
            }
        }
        return like.with(scores);
    }

    private static double[] shares(int[] counts, int round) {
        return IntStream.of(counts).mapToDouble(count -> (double) count / round).toArray();
    }
}
