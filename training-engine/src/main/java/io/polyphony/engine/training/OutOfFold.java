package io.polyphony.engine.training;

import io.polyphony.engine.evaluation.Aims;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.TaskSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/** What the networks of a cross-validation say of the rows that each of them has not seen. */
final class OutOfFold {
    private OutOfFold() {}

    /** Metrics of all rows at once, and how much they differ from fold to fold. */
    static TrainingOutcome.CrossValidated outcome(FoldsState state, IntFunction<FoldRows> data) {
        var said = new ArrayList<Map<String, TaskPredictions>>();
        for (int fold = 0; fold < state.done(); fold++) {
            said.add(state.finished()
                    .get(fold)
                    .snapshots()
                    .predict(data.apply(fold).validation()));
        }
        var joined = TaskPredictions.joined(said);
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        var spreads = new LinkedHashMap<String, Map<String, Double>>();
        joined.forEach((task, all) -> {
            metrics.put(task, Metrics.evaluate(all));
            spreads.put(task, spreads(task, said));
        });
        return new TrainingOutcome.CrossValidated(
                state.finished().getFirst().bestEpoch(), score(joined), metrics, spreads, snapshots(state));
    }

    private static List<TaskSnapshots> snapshots(FoldsState state) {
        return state.finished().stream().map(FoldsState.Finished::snapshots).toList();
    }

    private static double score(Map<String, TaskPredictions> joined) {
        return joined.values().stream()
                .filter(task -> !task.task().auxiliary())
                .mapToDouble(task -> Metrics.normalised(Aims.metric(task.task()), task))
                .average()
                .orElse(Double.NaN);
    }

    private static Map<String, Double> spreads(String task, List<Map<String, TaskPredictions>> said) {
        var byMetric = new LinkedHashMap<String, List<Double>>();
        said.forEach(fold -> Metrics.evaluate(Objects.requireNonNull(fold.get(task)))
                .forEach((name, value) ->
                        byMetric.computeIfAbsent(name, _ -> new ArrayList<>()).add(value)));
        var spreads = new LinkedHashMap<String, Double>();
        byMetric.forEach((name, values) -> spreads.put(name, deviation(values)));
        return spreads;
    }

    private static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / Math.max(1, values.size() - 1));
    }
}
