package io.polyphony.backend.model;

import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.export.Latency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the sealed test rows say of a candidate, and what it takes to ask it: the one place where the test split is looked at.
 *
 * @param test metrics by task and name
 */
record Examination(int testRows, Map<String, Map<String, Double>> test, Serving serving) {

    /** Takes seconds: must hold no transaction. */
    static Examination of(Candidate candidate, ExperimentRows.Rows source) {
        var bundle = candidate.bundle();
        var test = new LinkedHashMap<String, Map<String, Double>>();
        bundle.predict(source.table(), source.split().test())
                .forEach((task, predictions) -> test.put(task, Metrics.evaluate(predictions)));
        var latency = Latency.measure(bundle, source.table(), source.split().validation());
        var serving = new Serving(latency.single(), latency.each(), bundle.size(), bundle.parameters());
        return new Examination(source.split().test().length, test, serving);
    }
}
