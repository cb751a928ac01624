package io.polyphony.engine.training;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Movement;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.network.Forward;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the validation rows say after an epoch.
 *
 * @param losses mean over present labels, by task
 * @param metrics by task and name
 * @param scores the normalised primary metric, by task that is not auxiliary
 * @param score the mean of these
 * @param beside losses of what is learned beside the tasks, by name
 */
record Validation(
        Map<String, Double> losses,
        Map<String, Map<String, Double>> metrics,
        Map<String, Double> scores,
        double score,
        Map<String, Double> beside) {
    /** Of no rows. */
    static final Validation NONE = new Validation(Map.of(), Map.of(), Map.of(), Double.NaN, Map.of());

    static Validation of(Forward forward, EncodedRows rows, List<TaskState> tasks, Beside beside) {
        var outputs = forward.outputs(rows.inputs(), rows.rows());
        var losses = new LinkedHashMap<String, Double>();
        var said = new LinkedHashMap<String, TaskPredictions>();
        for (var task : tasks) {
            var name = task.spec.name();
            var labels = labels(rows, name);
            var raw = outputs.getOrDefault(name, new float[0]);
            losses.put(name, loss(task, labels, raw));
            said.put(name, TaskPredictions.of(task.codec, labels, task.loss.answers(raw, rows.rows())));
        }
        var judged = of(said, tasks);
        return new Validation(losses, judged.metrics, judged.scores, judged.score, beside.validate(rows, outputs));
    }

    /** Of what was said already, without losses. */
    static Validation of(Map<String, TaskPredictions> said, List<TaskState> tasks) {
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        var scores = new LinkedHashMap<String, Double>();
        for (var task : tasks) {
            var name = task.spec.name();
            var predictions = Objects.requireNonNull(said.get(name), name);
            metrics.put(name, Metrics.evaluate(predictions));
            if (!task.spec.auxiliary()) {
                scores.put(name, Metrics.normalised(task.metric, predictions));
            }
        }
        double score = 0;
        for (double own : scores.values()) {
            score += own / scores.size();
        }
        return new Validation(Map.of(), metrics, scores, score, Map.of());
    }

    private static double loss(TaskState task, TaskLabels labels, float[] outputs) {
        if (labels.scenes() == null) {
            return task.loss.evaluate(outputs, labels.values(), labels.mask(), new float[outputs.length]);
        }
        int seen = labels.seen();
        var targets = new float[seen];
        var known = new float[seen];
        var gradient = new float[task.loss.width()];
        double sum = 0;
        int present = 0;
        for (int row = 0; row < labels.rows(); row++) {
            labels.read(row, Movement.NONE, targets, known, 0);
            if (labels.mask()[row] > 0) {
                var answer = Arrays.copyOfRange(outputs, row * gradient.length, (row + 1) * gradient.length);
                sum += task.loss.evaluate(answer, targets, known, gradient);
                present++;
            }
        }
        return present == 0 ? 0 : sum / present;
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
