package io.polyphony.backend.model;

import io.polyphony.backend.trial.TaskDiagnosis;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sealed test rows say of a model, in full: measured once, when it was promoted.
 *
 * @param method how intervals were computed
 */
public record Evaluation(int rows, String method, List<OfTask> tasks) {
    private static final String PERCENTILE = "percentile bootstrap over rows, 95 %, seeded";

    public Evaluation {
        tasks = List.copyOf(tasks);
    }

    /**
     * One task.
     *
     * @param intervals by metric
     * @param diagnosis at the thresholds that were tuned on validation rows
     */
    public record OfTask(String task, Map<String, Bootstrap.Interval> intervals, TaskDiagnosis diagnosis) {}

    /** Takes seconds: rows are drawn again and again. */
    static Evaluation of(int rows, Collection<TaskPredictions> test) {
        return new Evaluation(
                rows,
                PERCENTILE,
                test.stream()
                        .map(task -> new OfTask(
                                task.task().name(), Bootstrap.usual(task).intervals(task), TaskDiagnosis.of(task)))
                        .toList());
    }

    /** By task and metric. */
    Map<String, Map<String, Bootstrap.Interval>> intervals() {
        var all = new LinkedHashMap<String, Map<String, Bootstrap.Interval>>();
        tasks.forEach(task -> all.put(task.task(), task.intervals()));
        return all;
    }
}
