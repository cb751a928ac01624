package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;

/** Where a training is. */
final class Progress {
    /** Whole epochs done. */
    int epochs;
    /** Steps done in the epoch under way. */
    int step;
    /** Weighted losses of the epoch under way, summed over its steps. */
    double lossSum;
    /** Seconds spent on training steps and in all, over all attempts. */
    double trainSeconds;

    double seconds;
    /** Epochs since the best. */
    int sinceBest;
    /** Rows trained on, over all attempts. */
    long rows;

    void beginEpoch() {
        step = 0;
        lossSum = 0;
    }

    void write(StateWriter out) {
        out.writeInt(epochs);
        out.writeInt(step);
        out.writeDouble(lossSum);
        out.writeDouble(trainSeconds);
        out.writeDouble(seconds);
        out.writeInt(sinceBest);
        out.writeLong(rows);
    }

    void read(StateReader in) {
        epochs = in.readInt();
        step = in.readInt();
        lossSum = in.readDouble();
        trainSeconds = in.readDouble();
        seconds = in.readDouble();
        sinceBest = in.readInt();
        rows = in.readLong();
    }
}
