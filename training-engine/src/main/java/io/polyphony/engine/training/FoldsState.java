package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.export.TaskSnapshots;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a cross-validation is: what its finished folds became, and the time that they took. */
final class FoldsState {
    private static final long MAGIC = 0x506F_6C79_466F_0001L;
    private final int folds;
    private final int epochs;
    private final List<Finished> finished = new ArrayList<>();
    private Stopwatch clock = new Stopwatch(0);
    private double before;

    /** What became of a fold. */
    record Finished(int bestEpoch, double score, double seconds, TaskSnapshots snapshots) {}

    /** @param epochs of one fold at most */
    FoldsState(int folds, int epochs) {
        this.folds = folds;
        this.epochs = epochs;
    }

    int done() {
        return finished.size();
    }

    boolean complete() {
        return finished.size() == folds;
    }

    List<Finished> finished() {
        return finished;
    }

    /** A fold begins, or goes on. */
    void begin() {
        clock = new Stopwatch(before);
        before = 0;
    }

    void add(TrainingOutcome.Completed done) {
        finished.add(new Finished(done.bestEpoch(), done.score(), clock.total(), done.snapshots()));
    }

    /** The fold's part of what the finished ones have left of all folds' time: what one did not need, the others have. */
    @Nullable
    Double share(@Nullable Double limitSeconds) {
        double spent = finished.stream().mapToDouble(Finished::seconds).sum();
        return limitSeconds == null ? null : Math.max(0, limitSeconds - spent) / (folds - done());
    }

    /** A fold's report as one of the whole. */
    EpochReport placed(EpochReport report) {
        double each = clock.total() + report.secondsLeft();
        return report.in(new Fold(done() + 1, folds), report.secondsLeft() + each * (folds - done() - 1));
    }

    /** @param inner of the fold under way; null where none is */
    Checkpoint write(@Nullable Checkpoint inner) {
        var out = new StateWriter(MAGIC);
        out.writeInt(folds);
        out.writeInt(done());
        for (var fold : finished) {
            out.writeInt(fold.bestEpoch());
            out.writeDouble(fold.score());
            out.writeDouble(fold.seconds());
            out.writeBytes(fold.snapshots().toBytes());
        }
        out.writeInt(inner == null ? 0 : inner.epoch());
        out.writeDouble(inner == null ? 0 : clock.total());
        out.writeBytes(inner == null ? new byte[0] : inner.toBytes());
        return new Checkpoint(done() * epochs + (inner == null ? 0 : inner.epoch()), out.toBytes());
    }

    /** @return of the fold that was under way; null where none was */
    @Nullable
    Checkpoint read(Checkpoint checkpoint) {
        var in = new StateReader(checkpoint.toBytes(), MAGIC, "checkpoint of a cross-validation");
        int of = in.readInt();
        if (of != folds) {
            throw new IllegalArgumentException(
                    "The checkpoint belongs to another training, of %d folds and not %d.".formatted(of, folds));
        }
        int done = in.readInt();
        for (int fold = 0; fold < done; fold++) {
            finished.add(new Finished(
                    in.readInt(), in.readDouble(), in.readDouble(), TaskSnapshots.fromBytes(in.readBytes())));
        }
        int epoch = in.readInt();
        before = in.readDouble();
        var inner = in.readBytes();
        return inner.length == 0 ? null : new Checkpoint(epoch, inner);
    }
}
