package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.network.Forward;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the validation rows say after an epoch.
 *
 * @param losses mean over present labels, by task
 * @param metrics by task and name
 * @param score mean over tasks of the normalised primary metric
 */
record Validation(Map<String, Double> losses, Map<String, Map<String, Double>> metrics, double score) {

    static Validation of(Forward forward, EncodedRows rows, List<TaskState> tasks) {
        var outputs = forward.outputs(rows.inputs(), rows.rows());
        var losses = new LinkedHashMap<String, Double>();
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        double score = 0;
        for (var task : tasks) {
            var name = task.spec.name();
            var labels = labels(rows, name);
            var raw = outputs.getOrDefault(name, new float[0]);
            losses.put(name, task.loss.evaluate(raw, labels.values(), labels.mask(), new float[raw.length]));
            var predictions = TaskPredictions.of(task.codec, labels, task.loss.answers(raw, rows.rows()));
            metrics.put(name, Metrics.evaluate(predictions));
            score += Metrics.normalised(task.metric, predictions) / tasks.size();
        }
        return new Validation(losses, metrics, score);
    }

    static TaskLabels labels(EncodedRows rows, String task) {
        var labels = rows.labels().get(task);
        if (labels == null) {
            throw new IllegalArgumentException("The rows have no labels for the task (%s); they have %s."
                    .formatted(task, rows.labels().keySet()));
        }
        return labels;
    }
}
