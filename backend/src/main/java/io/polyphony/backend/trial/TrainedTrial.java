package io.polyphony.backend.trial;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.export.TrainedModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What a trial has trained.
 *
 * @param folds what answers: one, or one per fold in their order
 */
public record TrainedTrial(List<TaskSnapshots> folds) {
    private static final long MAGIC = 0x506F_6C79_5472_0001L;

    public TrainedTrial {
        folds = List.copyOf(folds);
    }

    /** Of a trial without folds. */
    public static TrainedTrial of(TaskSnapshots snapshots) {
        return new TrainedTrial(List.of(snapshots));
    }

    /** All networks together: those of a fold say as much as those of any other. */
    public Bundle bundle(String card) {
        return Bundle.together(IntStream.range(0, folds.size())
                        .mapToObj(fold -> new Bundle(members(fold, whole()), card))
                        .toList())
                .described(card);
    }

    /** Everything in each task. */
    public Map<String, Double> whole() {
        var whole = new LinkedHashMap<String, Double>();
        folds.getFirst().byTask().keySet().forEach(task -> whole.put(task, 1.0));
        return whole;
    }

    /**
     * The networks of a fold with their shares. Every fold has as many, and the same tasks are answered by those at one place.
     *
     * @param shares of the trial by task; tasks that it has no share in are left out
     */
    public List<Bundle.Member> members(int fold, Map<String, Double> shares) {
        var snapshots = folds.get(fold);
        var groups = new LinkedHashMap<List<Integer>, Map<String, Double>>();
        snapshots.byTask().keySet().stream()
                .filter(shares::containsKey)
                .forEach(task -> groups.computeIfAbsent(epochs(task), _ -> new LinkedHashMap<>())
                        .put(task, shares.get(task)));
        return groups.values().stream()
                .map(own ->
                        new Bundle.Member(snapshots.of(own.keySet().iterator().next()), own))
                .toList();
    }

    /** Tasks for which this is equal are answered by one network in every fold. */
    private List<Integer> epochs(String task) {
        return folds.stream().map(fold -> fold.byTask().get(task)).toList();
    }

    /** A network that reads rows and pictures as all others of the first fold do. */
    public TrainedModel first() {
        return folds.getFirst().networks().getFirst();
    }

    /** What is said of the judging rows, fold by fold, each time by the network that has not learned from them. */
    public Map<String, TaskPredictions> judged(ExperimentRows.Rows source) {
        return judged(source, (network, rows) -> network.encode(source.table(), rows));
    }

    /** @param encoded how a network reads some rows */
    public Map<String, TaskPredictions> judged(
            ExperimentRows.Rows source, BiFunction<TrainedModel, int[], EncodedRows> encoded) {
        var said = new ArrayList<Map<String, TaskPredictions>>();
        for (int fold = 0; fold < folds.size(); fold++) {
            var snapshots = folds.get(fold);
            said.add(snapshots.predict(encoded.apply(
                    snapshots.networks().getFirst(), source.folds().get(fold).validation())));
        }
        return said.size() == 1 ? said.getFirst() : TaskPredictions.joined(said);
    }

    /** A single network is written as it always was. */
    public byte[] toBytes() {
        if (folds.size() == 1) {
            return folds.getFirst().toBytes();
        }
        var out = new StateWriter(MAGIC);
        out.writeInt(folds.size());
        folds.forEach(fold -> out.writeBytes(fold.toBytes()));
        return out.toBytes();
    }

    /** @throws IllegalArgumentException if the bytes are something else or damaged */
    public static TrainedTrial fromBytes(byte[] bytes) {
        if (bytes.length < Long.BYTES || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
            return of(TaskSnapshots.fromBytes(bytes));
        }
        var in = new StateReader(bytes, MAGIC, "trained trial");
        var folds = new ArrayList<TaskSnapshots>();
        for (int left = in.readInt(); left > 0; left--) {
            folds.add(TaskSnapshots.fromBytes(in.readBytes()));
        }
        return new TrainedTrial(folds);
    }
}
