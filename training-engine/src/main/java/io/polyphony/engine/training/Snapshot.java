package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.weighting.GradientWeighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole state of a training as a checkpoint and back. Rows of tables that no step has touched are left out: the seed
 * draws them again.
 */
record Snapshot(long identity, Progress progress, Learner learner, Parameters parameters, BestEpoch best) {
    private static final long MAGIC = 0x506F_6C79_4368_0002L;

    Checkpoint write() {
        var out = new StateWriter(MAGIC);
        out.writeLong(identity);
        progress.write(out);
        for (var task : learner.tasks) {
            out.writeDouble(task.lossSum);
            out.writeDouble(task.labelSum);
        }
        out.writeDoubles(learner.weighting.state());
        learner.backpropagation.log.write(out);
        remembered().forEach(vector -> writeAll(out, vector));
        out.writeLong(learner.optimizer.steps());
        writeAll(out, learner.optimizer.values());
        dense().forEach(vector -> writeAll(out, vector));
        writeBest(out);
        for (int i = 0; i < parameters.tables().size(); i++) {
            writeTable(out, i);
        }
        return new Checkpoint(progress.epochs, out.toBytes());
    }

    /** Running means of the tasks' gradients, where the weighting keeps any. */
    private List<float[]> remembered() {
        var gradients = learner.backpropagation.gradients;
        boolean remembers = learner.weighting instanceof GradientWeighting seeing && seeing.remembers();
        return remembers && gradients != null ? List.of(gradients.memory()) : List.of();
    }

    private void writeBest(StateWriter out) {
        out.writeInt(best.epoch);
        out.writeDouble(best.score);
        out.writeInt(best.metrics.size());
        best.metrics.forEach((task, metrics) -> {
            out.writeText(task);
            out.writeInt(metrics.size());
            metrics.forEach((name, value) -> {
                out.writeText(name);
                out.writeDouble(value);
            });
        });
        writeAll(out, best.dense);
    }

    /** All vectors beside the parameters themselves. */
    private List<float[]> dense() {
        var vectors = new ArrayList<>(List.of(learner.optimizer.memory()));
        if (learner.average != null) {
            vectors.add(learner.average.dense());
        }
        return vectors;
    }

    /** All vectors of a table, in its places. */
    private List<float[]> ofTable(int index) {
        var vectors = new ArrayList<>(List.of(learner.optimizer.tableMemory(index)));
        vectors.add(parameters.tables().get(index).values());
        vectors.add(best.tables.get(index));
        if (learner.average != null) {
            vectors.add(learner.average.table(index));
        }
        return vectors;
    }

    private void writeTable(StateWriter out, int index) {
        int width = parameters.tables().get(index).width();
        var rows = learner.optimizer.touched(index);
        out.writeInt(rows.cardinality());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            out.writeInt(row);
            for (var vector : ofTable(index)) {
                out.writeFloats(vector, row * width, width);
            }
            if (learner.average != null) {
                out.writeInt(learner.average.upTo(index)[row]);
            }
        }
    }

    /** Puts a checkpoint's state into the parts; the parameters hold their first values before. */
    void read(Checkpoint checkpoint) {
        var in = new StateReader(checkpoint.toBytes(), MAGIC, "checkpoint");
        if (in.readLong() != identity) {
            throw new IllegalArgumentException("The checkpoint belongs to another training.\n"
                    + "Maybe the network, the training specification or the data changed since it was written.");
        }
        progress.read(in);
        for (var task : learner.tasks) {
            task.lossSum = in.readDouble();
            task.labelSum = in.readDouble();
        }
        learner.weighting.restore(in.readDoubles());
        learner.backpropagation.log.read(in);
        remembered().forEach(vector -> readAll(in, vector));
        long steps = in.readLong();
        readAll(in, learner.optimizer.values());
        dense().forEach(vector -> readAll(in, vector));
        readBest(in);
        for (int i = 0; i < parameters.tables().size(); i++) {
            readTable(in, i);
        }
        learner.optimizer.restored(steps);
    }

    private void readBest(StateReader in) {
        best.epoch = in.readInt();
        best.score = in.readDouble();
        var metrics = new LinkedHashMap<String, Map<String, Double>>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            var ofTask = new LinkedHashMap<String, Double>();
            metrics.put(in.readText(), ofTask);
            int values = in.readInt();
            for (int j = 0; j < values; j++) {
                ofTask.put(in.readText(), in.readDouble());
            }
        }
        best.metrics = metrics;
        readAll(in, best.dense);
    }

    /** A row not in the checkpoint is in its first state everywhere, the best epoch's snapshot included. */
    private void readTable(StateReader in, int index) {
        var first = parameters.tables().get(index).values();
        System.arraycopy(first, 0, best.tables.get(index), 0, first.length);
        int width = parameters.tables().get(index).width();
        int rows = in.readInt();
        for (int i = 0; i < rows; i++) {
            int row = in.readInt();
            learner.optimizer.touched(index).set(row);
            for (var vector : ofTable(index)) {
                in.readFloats(vector, row * width, width);
            }
            if (learner.average != null) {
                learner.average.upTo(index)[row] = in.readInt();
            }
        }
    }

    private static void writeAll(StateWriter out, float[] vector) {
        out.writeFloats(vector, 0, vector.length);
    }

    private static void readAll(StateReader in, float[] vector) {
        in.readFloats(vector, 0, vector.length);
    }
}
