package io.polyphony.benchmarks.accuracy;

import io.polyphony.engine.evaluation.Ensemble;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Predictions of several networks as those of one. */
final class Predictions {
    private Predictions() {}

    /** Of the same rows: what they say on average, or in the middle where a number is asked for. */
    static TaskPredictions together(List<TaskPredictions> said) {
        return said.getFirst().classes().isEmpty() ? median(said) : mean(said);
    }

    /** The mean of numbers that were trained for the least absolute error would be worse than each of them. */
    private static TaskPredictions median(List<TaskPredictions> said) {
        var first = said.getFirst();
        var scores = new float[first.rows()][];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = new float[first.scores()[row].length];
            for (int c = 0; c < scores[row].length; c++) {
                scores[row][c] = median(said, row, c);
            }
        }
        return first.with(scores);
    }

    private static float median(List<TaskPredictions> said, int row, int column) {
        var sorted = said.stream()
                .mapToDouble(part -> part.scores()[row][column])
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return (float) (sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static TaskPredictions mean(List<TaskPredictions> said) {
        var shares = new double[said.size()];
        Arrays.fill(shares, 1.0 / said.size());
        return new Ensemble(shares, Double.NaN).combined(said);
    }

    /** Of different rows, task by task. */
    static Map<String, TaskPredictions> joinedByTask(List<Map<String, TaskPredictions>> said) {
        var whole = new LinkedHashMap<String, TaskPredictions>();
        for (var task : said.getFirst().keySet()) {
            whole.put(
                    task,
                    joined(said.stream()
                            .map(part -> Objects.requireNonNull(part.get(task)))
                            .toList()));
        }
        return whole;
    }

    /** Of different rows: one behind the other. */
    static TaskPredictions joined(List<TaskPredictions> said) {
        var first = said.getFirst();
        if (said.size() == 1) {
            return first;
        }
        return new TaskPredictions(
                first.task(),
                first.classes(),
                said.stream().flatMap(part -> Stream.of(part.scores())).toArray(float[][]::new),
                chained(said.stream().map(TaskPredictions::truth).toList()),
                chained(said.stream().map(TaskPredictions::mask).toList()),
                new TaskPredictions.Yardstick(
                        chained(said.stream()
                                .map(part -> part.yardstick().naive())
                                .toList()),
                        first.yardstick().unit()));
    }

    private static float[] chained(List<float[]> parts) {
        var whole = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
