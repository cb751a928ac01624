package io.polyphony.engine.export;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a training leaves behind to answer: its network, or that network as it was at several epochs, each answering tasks of its
 * own, so that every task is stopped early where it is best.
 *
 * @param networks at least one, all of one training, and so with equal preprocessors
 * @param byTask which of them answers a task, an index from 0; every task of the network has one
 */
public record TaskSnapshots(List<TrainedModel> networks, Map<String, Integer> byTask) {
    private static final long MAGIC = 0x506F_6C79_536E_0001L;

    public TaskSnapshots {
        networks = List.copyOf(networks);
        byTask = Collections.unmodifiableMap(new LinkedHashMap<>(byTask));
    }

    /** One network answers everything. */
    public static TaskSnapshots of(TrainedModel network) {
        return of(network, Map.of());
    }

    /**
     * A network of which some tasks are answered by earlier or later epochs.
     *
     * @param network answers what is left out
     * @param own by task; tasks that are answered by one epoch have the same object
     */
    public static TaskSnapshots of(TrainedModel network, Map<String, TrainedModel> own) {
        var networks = new ArrayList<TrainedModel>();
        var byTask = new LinkedHashMap<String, Integer>();
        for (var task : network.network().tasks().stream().map(TaskSpec::name).toList()) {
            var answering = own.getOrDefault(task, network);
            // A network equals itself alone.
            if (!networks.contains(answering)) {
                networks.add(answering);
            }
            byTask.put(task, networks.indexOf(answering));
        }
        return new TaskSnapshots(networks, byTask);
    }

    /** Whether one network answers everything. */
    public boolean single() {
        return networks.size() == 1;
    }

    /** The network that answers the task. */
    public TrainedModel of(String task) {
        return networks.get(Objects.requireNonNull(byTask.get(task), task));
    }

    /** What is said of rows that the preprocessor has encoded, each task by its own network. */
    public Map<String, TaskPredictions> predict(EncodedRows rows) {
        var said = networks.stream().map(network -> network.predict(rows)).toList();
        var answers = new LinkedHashMap<String, TaskPredictions>();
        byTask.forEach((task, network) ->
                answers.put(task, Objects.requireNonNull(said.get(network).get(task))));
        return answers;
    }

    /** A single network is written as {@link TrainedModel#toBytes} does. */
    public byte[] toBytes() {
        if (single()) {
            return networks.getFirst().toBytes();
        }
        var out = new StateWriter(MAGIC);
        out.writeInt(networks.size());
        networks.forEach(network -> out.writeBytes(network.toBytes()));
        out.writeInt(byTask.size());
        byTask.forEach((task, network) -> {
            out.writeText(task);
            out.writeInt(network);
        });
        return out.toBytes();
    }

    /** @throws IllegalArgumentException if the bytes are something else or damaged */
    public static TaskSnapshots fromBytes(byte[] bytes) {
        if (bytes.length < Long.BYTES || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
            return of(TrainedModel.fromBytes(bytes));
        }
        var in = new StateReader(bytes, MAGIC, "network of several epochs");
        var networks = new ArrayList<TrainedModel>();
        for (int left = in.readInt(); left > 0; left--) {
            networks.add(TrainedModel.fromBytes(in.readBytes()));
        }
        var byTask = new LinkedHashMap<String, Integer>();
        for (int left = in.readInt(); left > 0; left--) {
            byTask.put(in.readText(), in.readInt());
        }
        return new TaskSnapshots(networks, byTask);
    }
}
