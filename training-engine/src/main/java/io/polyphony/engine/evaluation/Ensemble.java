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
     * answer by the median, and adds, round by round, the one with which the answer is best; the best round counts. Metrics of
     * absolute error choose between means and medians as well; equally good answers in classes are told apart by their log loss.
     * It costs no training, and is never worse than its best member on these rows.
     *
     * @param members predictions of the same rows in the same order, validation rows that no member was trained on
     * @param metric what to improve
     * @param rounds how many members are added at most, the first included; one may be added again
     */
    public static Ensemble selected(List<TaskPredictions> members, String metric, int rounds) {
        requireSameRows(members);
        var info = Metrics.info(metric);
        var judge = Judge.of(metric, members.getFirst());
        return Averaging.worthTrying(members.getFirst(), metric).stream()
                .map(averaging -> selected(members, judge, rounds, averaging))
                .reduce((first, other) -> info.better(other.value, first.value) ? other : first)
                .orElseThrow();
    }

    private static Ensemble selected(List<TaskPredictions> members, Judge judge, int rounds, Averaging averaging) {
        var tally = Tally.of(averaging, members.getFirst());
        var counts = new int[members.size()];
        int votes = Math.min(averaging.fewest(), members.size());
        for (int member : best(members, judge).subList(0, votes)) {
            counts[member]++;
            tally.add(members.get(member));
        }
        var weights = shares(counts);
        var best = judge.mark(combined(members, averaging, weights));
        while (votes++ < rounds) {
            var step = next(members, tally, judge);
            counts[step.member]++;
            tally.add(members.get(step.member));
            if (judge.better(step.mark, best)) {
                best = step.mark;
                weights = shares(counts);
            }
        }
        return new Ensemble(weights, averaging, best.value());
    }

    /** From the best one on; of equally good ones the first comes first. */
    private static List<Integer> best(List<TaskPredictions> members, Judge judge) {
        var marks = members.stream().map(judge::mark).toList();
        return IntStream.range(0, marks.size())
                .boxed()
                .sorted((one, other) -> judge.better(marks.get(one), marks.get(other))
                        ? -1
                        : judge.better(marks.get(other), marks.get(one)) ? 1 : 0)
                .toList();
    }

    private record Step(int member, Judge.Mark mark) {}

    /** The member with which the answer is best; of equally good ones the first. */
    private static Step next(List<TaskPredictions> members, Tally tally, Judge judge) {
        var best = new Step(0, new Judge.Mark(Double.NaN, Double.NaN));
        for (int candidate = 0; candidate < members.size(); candidate++) {
            var mark = judge.mark(tally.with(members.get(candidate)));
            if (judge.better(mark, best.mark)) {
                best = new Step(candidate, mark);
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
        return combined(members, averaging, weights);
    }

    private static TaskPredictions combined(List<TaskPredictions> members, Averaging averaging, double[] weights) {
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
