package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy of the weights after an epoch, and its metrics. */
final class KeptEpoch {
    private static final int NONE = -1;
    /** 1-based; 0: before the first one. */
    int epoch = NONE;

    double score = Double.NEGATIVE_INFINITY;
    /** Mean validation loss of the tasks that count. */
    double loss = Double.POSITIVE_INFINITY;

    Map<String, Map<String, Double>> metrics = Map.of();
    private final float[] dense;
    private final List<float[]> tables = new ArrayList<>();

    KeptEpoch(Parameters parameters) {
        dense = new float[parameters.values().size()];
        parameters.tables().forEach(table -> tables.add(new float[table.values().length]));
    }

    /** Whether there is a copy. */
    boolean taken() {
        return epoch != NONE;
    }

    /** Copies the parameters as they are now. */
    void take(
            int newEpoch,
            double newScore,
            double newLoss,
            Map<String, Map<String, Double>> newMetrics,
            Parameters parameters) {
        epoch = newEpoch;
        score = newScore;
        loss = newLoss;
        metrics = new LinkedHashMap<>(newMetrics);
        parameters.values().read(0, dense, 0, dense.length);
        for (int i = 0; i < tables.size(); i++) {
            var values = parameters.tables().get(i).values();
            System.arraycopy(values, 0, tables.get(i), 0, values.length);
        }
    }

    /** Live. */
    float[] table(int index) {
        return tables.get(index);
    }

    /** Live. */
    Weights weights() {
        return new Weights(dense, tables);
    }

    /** All but the tables. */
    void write(StateWriter out) {
        out.writeInt(epoch);
        out.writeDouble(score);
        out.writeDouble(loss);
        out.writeInt(metrics.size());
        metrics.forEach((task, ofTask) -> {
            out.writeText(task);
            out.writeInt(ofTask.size());
            ofTask.forEach((name, value) -> {
                out.writeText(name);
                out.writeDouble(value);
            });
        });
        out.writeFloats(dense, 0, dense.length);
    }

    void read(StateReader in) {
        epoch = in.readInt();
        score = in.readDouble();
        loss = in.readDouble();
        metrics = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            var ofTask = new LinkedHashMap<String, Double>();
            metrics.put(in.readText(), ofTask);
            int values = in.readInt();
            for (int j = 0; j < values; j++) {
                ofTask.put(in.readText(), in.readDouble());
            }
        }
        in.readFloats(dense, 0, dense.length);
    }
}
