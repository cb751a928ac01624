package io.polyphony.backend.trial;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What a trial has trained.
 *
 * @param networks one, or one per fold in their order
 */
public record TrainedTrial(List<TrainedModel> networks) {
    private static final long MAGIC = 0x506F_6C79_5472_0001L;

    public TrainedTrial {
        networks = List.copyOf(networks);
    }

    /** Of a trial without folds. */
    public static TrainedTrial of(TrainedModel network) {
        return new TrainedTrial(List.of(network));
    }

    /** All networks together: each says as much as any other. */
    public Bundle bundle(String card) {
        var weights = new LinkedHashMap<String, Double>();
        networks.getFirst().network().tasks().forEach(task -> weights.put(task.name(), 1.0 / networks.size()));
        return new Bundle(
                networks.stream()
                        .map(network -> new Bundle.Member(network, weights))
                        .toList(),
                card);
    }

    /** What is said of the judging rows, fold by fold, each time by the network that has not learned from them. */
    public Map<String, TaskPredictions> judged(ExperimentRows.Rows source) {
        return judged(source, (network, rows) -> network.encode(source.table(), rows));
    }

    /** @param encoded how a network reads some rows */
    public Map<String, TaskPredictions> judged(
            ExperimentRows.Rows source, BiFunction<TrainedModel, int[], EncodedRows> encoded) {
        var said = new ArrayList<Map<String, TaskPredictions>>();
        for (int fold = 0; fold < networks.size(); fold++) {
            var network = networks.get(fold);
            said.add(network.predict(
                    encoded.apply(network, source.folds().get(fold).validation())));
        }
        return said.size() == 1 ? said.getFirst() : TaskPredictions.joined(said);
    }

    /** A single network is written as it always was. */
    public byte[] toBytes() {
        if (networks.size() == 1) {
            return networks.getFirst().toBytes();
        }
        var out = new StateWriter(MAGIC);
        out.writeInt(networks.size());
        networks.forEach(network -> out.writeBytes(network.toBytes()));
        return out.toBytes();
    }

    /** @throws IllegalArgumentException if the bytes are something else or damaged */
    public static TrainedTrial fromBytes(byte[] bytes) {
        if (bytes.length < Long.BYTES || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
            return of(TrainedModel.fromBytes(bytes));
        }
        var in = new StateReader(bytes, MAGIC, "trained trial");
        var networks = new ArrayList<TrainedModel>();
        for (int left = in.readInt(); left > 0; left--) {
            networks.add(TrainedModel.fromBytes(in.readBytes()));
        }
        return new TrainedTrial(networks);
    }
}
