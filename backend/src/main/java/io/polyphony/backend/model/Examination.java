package io.polyphony.backend.model;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.evaluation.Thresholds;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Latency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the sealed test rows say of a candidate, and what it takes to ask it: with {@link Contest}, the one place where the
 * test split is looked at. Temperatures and thresholds come from rows that judge trials: the validation rows, or those of every
 * fold as said by networks that have not learned from them.
 *
 * @param averaging how the candidate's networks answer together, by task
 * @param temperatures of its probabilities, by task
 * @param thresholds by task and by class or label
 * @param validation metrics at these thresholds, by task and name
 * @param test likewise
 */
record Examination(
        int testRows,
        Map<String, Averaging> averaging,
        Map<String, Double> temperatures,
        Map<String, Map<String, Double>> thresholds,
        Map<String, Map<String, Double>> validation,
        Map<String, Map<String, Double>> test,
        Evaluation evaluation,
        Serving serving) {

    /** Takes seconds: must hold no transaction. */
    static Examination of(Candidate candidate, ExperimentRows.Rows source) {
        var judged = candidate.judged(source);
        var settled = candidate.settled(judged);
        var temperatures = Temperatures.fitted(candidate.experiment(), judged);
        var known = Temperatures.applied(temperatures, judged);
        var bundle = settled.bundle().tempered(temperatures);
        var tuned = tuned(candidate, known);
        var decided = new LinkedHashMap<String, TaskPredictions>();
        known.forEach((task, predictions) ->
                decided.put(task, predictions.decided(tuned.getOrDefault(task, Thresholds.NONE))));
        int[] rows = source.split().test();
        var sealed = bundle.decided(tuned).predict(source.table(), rows);
        return new Examination(
                rows.length,
                settled.averaging(),
                Temperatures.values(temperatures),
                OperatingPoints.named(tuned, known),
                metrics(decided),
                metrics(sealed),
                Evaluation.of(source.clusters(rows), sealed, known),
                serving(bundle, source));
    }

    private static Map<String, Thresholds> tuned(Candidate candidate, Map<String, TaskPredictions> known) {
        var tuned = new LinkedHashMap<String, Thresholds>();
        for (ExperimentTask task : candidate.experiment().tasks()) {
            if (Thresholds.fit(task.type())) {
                tuned.put(task.name(), Thresholds.tuned(Objects.requireNonNull(known.get(task.name())), task.metric()));
            }
        }
        return tuned;
    }

    private static Map<String, Map<String, Double>> metrics(Map<String, TaskPredictions> predictions) {
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        predictions.forEach((task, own) -> metrics.put(task, Metrics.evaluate(own)));
        return metrics;
    }

    private static Serving serving(Bundle bundle, ExperimentRows.Rows source) {
        var latency = Latency.measure(bundle, source.table(), source.split().validation());
        return new Serving(latency.single(), latency.each(), bundle.size(), bundle.parameters());
    }
}
