package io.polyphony.backend.model;

import io.polyphony.backend.trial.TaskDiagnosis;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.evaluation.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sealed test rows say of a model, in full: measured once, when it was promoted.
 *
 * @param method how intervals were computed
 */
public record Evaluation(int rows, String method, List<OfTask> tasks) {
    private static final String PERCENTILE =
            "percentile bootstrap over rows, those drawn together that belong together, 95 %, seeded";

    public Evaluation {
        tasks = List.copyOf(tasks);
    }

    /**
     * One task.
     *
     * @param intervals by metric
     * @param diagnosis at the thresholds that were tuned on validation rows
     * @param validation what every threshold would do on validation rows, by which thresholds are to be chosen; null for tasks
     *     without thresholds, and for models from before this was kept
     */
    public record OfTask(
            String task,
            Map<String, Bootstrap.Interval> intervals,
            TaskDiagnosis diagnosis,
            @Nullable List<OperatingCurve> validation) {}

    /**
     * Takes seconds: rows are drawn again and again.
     *
     * @param clusters by test row; rows of equal number belong together
     */
    static Evaluation of(int[] clusters, Map<String, TaskPredictions> test, Map<String, TaskPredictions> validation) {
        var tasks = new ArrayList<OfTask>();
        test.forEach((name, task) -> tasks.add(new OfTask(
                name,
                Bootstrap.usual(task).intervals(task, clusters),
                TaskDiagnosis.of(task),
                curves(validation.get(name)))));
        return new Evaluation(clusters.length, PERCENTILE, tasks);
    }

    private static @Nullable List<OperatingCurve> curves(@Nullable TaskPredictions known) {
        // What a mask's threshold brings is seen on pictures, not on a curve.
        return known != null && Thresholds.fit(known.task().type()) && known.scenes() == null
                ? OperatingCurve.of(known)
                : null;
    }

    /** By task and metric. */
    Map<String, Map<String, Bootstrap.Interval>> intervals() {
        var all = new LinkedHashMap<String, Map<String, Bootstrap.Interval>>();
        tasks.forEach(task -> all.put(task.task(), task.intervals()));
        return all;
    }
}
