package io.polyphony.engine.compression;

import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Latency;
import io.polyphony.engine.export.Matrices;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model needs and what it can, measured on rows that nobody learned from.
 *
 * @param bytes of its file
 * @param parameters learned numbers, zeros among them
 * @param zeros share of zeros among the numbers of its matrices, 0..1
 * @param singleMillis from raw cells to answers for a row that comes alone
 * @param eachMillis per row when many come at once
 * @param metrics by task and name
 */
public record Footprint(
        long bytes,
        long parameters,
        double zeros,
        double singleMillis,
        double eachMillis,
        Map<String, Map<String, Double>> metrics) {
    public Footprint {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** Takes seconds. */
    public static Footprint of(Bundle model, Table table, int[] rows) {
        return of(model, table, rows, model.predict(table, rows));
    }

    /**
     * The same, with metrics of answers that came about otherwise, as those of folds do: each of its own networks. Takes seconds.
     *
     * @param rows for the latency
     */
    public static Footprint of(Bundle model, Table table, int[] rows, Map<String, TaskPredictions> said) {
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        said.forEach((task, answers) -> metrics.put(task, Metrics.evaluate(answers)));
        var latency = Latency.measure(model, table, rows);
        double zeros = model.members().stream()
                .mapToDouble(member -> Matrices.sparsity(member.network()))
                .average()
                .orElse(0);
        return new Footprint(model.size(), model.parameters(), zeros, latency.single(), latency.each(), metrics);
    }
}
