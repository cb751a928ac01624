package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.weighting.GradientWeighting;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole state of a training as a checkpoint and back. Rows of tables that no step has touched are left out: the seed
 * draws them again.
 */
record Snapshot(long identity, Progress progress, Learner learner, Parameters parameters, Keeper keeper) {
    private static final long MAGIC = 0x506F_6C79_4368_0006L;

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
        learner.beside.log.write(out);
        remembered().forEach(vector -> writeAll(out, vector));
        out.writeLong(learner.descent.optimizer.steps());
        writeAll(out, learner.descent.optimizer.values());
        dense().forEach(vector -> writeAll(out, vector));
        keeper.all().forEach(kept -> kept.write(out));
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

    /** All vectors beside the parameters themselves. */
    private List<float[]> dense() {
        var vectors = new ArrayList<>(List.of(learner.descent.optimizer.memory()));
        if (learner.descent.average != null) {
            vectors.add(learner.descent.average.dense());
        }
        return vectors;
    }

    /** All vectors of a table, in its places. */
    private List<float[]> ofTable(int index) {
        var vectors = new ArrayList<>(List.of(learner.descent.optimizer.tableMemory(index)));
        vectors.add(parameters.tables().get(index).values());
        keeper.all().forEach(kept -> vectors.add(kept.table(index)));
        if (learner.descent.average != null) {
            vectors.add(learner.descent.average.table(index));
        }
        return vectors;
    }

    private void writeTable(StateWriter out, int index) {
        int width = parameters.tables().get(index).width();
        var rows = learner.descent.optimizer.touched(index);
        out.writeInt(rows.cardinality());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            out.writeInt(row);
            for (var vector : ofTable(index)) {
                out.writeFloats(vector, row * width, width);
            }
            if (learner.descent.average != null) {
                out.writeInt(learner.descent.average.upTo(index)[row]);
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
        learner.beside.log.read(in);
        remembered().forEach(vector -> readAll(in, vector));
        long steps = in.readLong();
        readAll(in, learner.descent.optimizer.values());
        dense().forEach(vector -> readAll(in, vector));
        keeper.all().forEach(kept -> kept.read(in));
        for (int i = 0; i < parameters.tables().size(); i++) {
            readTable(in, i);
        }
        learner.descent.optimizer.restored(steps);
    }

    /** A row not in the checkpoint is in its first state everywhere, kept epochs included. */
    private void readTable(StateReader in, int index) {
        var first = parameters.tables().get(index).values();
        keeper.all().forEach(kept -> System.arraycopy(first, 0, kept.table(index), 0, first.length));
        int width = parameters.tables().get(index).width();
        int rows = in.readInt();
        for (int i = 0; i < rows; i++) {
            int row = in.readInt();
            learner.descent.optimizer.touched(index).set(row);
            for (var vector : ofTable(index)) {
                in.readFloats(vector, row * width, width);
            }
            if (learner.descent.average != null) {
                learner.descent.average.upTo(index)[row] = in.readInt();
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
