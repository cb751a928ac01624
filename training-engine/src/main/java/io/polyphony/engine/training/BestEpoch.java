package io.polyphony.engine.training;

import io.polyphony.engine.export.Weights;
import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The weights and metrics of the best epoch so far; epoch 0 while there is none. */
final class BestEpoch {
    int epoch;
    double score = Double.NEGATIVE_INFINITY;
    Map<String, Map<String, Double>> metrics = Map.of();
    final float[] dense;
    final List<float[]> tables = new ArrayList<>();

    BestEpoch(Parameters parameters) {
        dense = new float[parameters.values().size()];
        parameters.tables().forEach(table -> tables.add(new float[table.values().length]));
    }

    /** Takes a copy if the epoch is the best; returns whether it is. */
    boolean offer(int candidate, Validation result, Parameters parameters) {
        if (!(result.score() > score)) {
            return false;
        }
        epoch = candidate;
        score = result.score();
        metrics = new LinkedHashMap<>(result.metrics());
        parameters.values().read(0, dense, 0, dense.length);
        for (int i = 0; i < tables.size(); i++) {
            var values = parameters.tables().get(i).values();
            System.arraycopy(values, 0, tables.get(i), 0, values.length);
        }
        return true;
    }

    Weights weights() {
        return new Weights(dense, tables);
    }
}
