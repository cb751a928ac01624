package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.evaluation.Temperature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** By what a model's probabilities are made surer or less sure, task by task. */
final class Temperatures {
    private Temperatures() {}

    /**
     * Those that rows call for.
     *
     * @param judged what is said of rows that no network has learned from, at no temperature, by task
     */
    static Map<String, Temperature> fitted(Experiment experiment, Map<String, TaskPredictions> judged) {
        var fitted = new LinkedHashMap<String, Temperature>();
        for (var task : experiment.tasks()) {
            if (Temperature.fit(task.type())) {
                fitted.put(task.name(), Temperature.fitted(Objects.requireNonNull(judged.get(task.name()))));
            }
        }
        return fitted;
    }

    /** The same predictions at these temperatures. */
    static Map<String, TaskPredictions> applied(
            Map<String, Temperature> temperatures, Map<String, TaskPredictions> predictions) {
        var applied = new LinkedHashMap<String, TaskPredictions>();
        predictions.forEach((task, own) -> applied.put(
                task, temperatures.getOrDefault(task, Temperature.NONE).of(own)));
        return applied;
    }

    /** As they are kept. */
    static Map<String, Double> values(Map<String, Temperature> temperatures) {
        var values = new LinkedHashMap<String, Double>();
        temperatures.forEach((task, own) -> values.put(task, own.value()));
        return values;
    }

    /** As they were kept. */
    static Map<String, Temperature> of(Map<String, Double> values) {
        var temperatures = new LinkedHashMap<String, Temperature>();
        values.forEach((task, value) -> temperatures.put(task, new Temperature(value)));
        return temperatures;
    }
}
