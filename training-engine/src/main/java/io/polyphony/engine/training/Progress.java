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
    /** How often the score has not got better for the schedule's patience. */
    int stalls;
    /** Rows trained on, over all attempts. */
    long rows;

    /** After an epoch's validation. */
    void judged(boolean better, int patience) {
        sinceBest = better ? 0 : sinceBest + 1;
        stalls += patience > 0 && sinceBest > 0 && sinceBest % patience == 0 ? 1 : 0;
    }

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
        out.writeInt(stalls);
        out.writeLong(rows);
    }

    void read(StateReader in) {
        epochs = in.readInt();
        step = in.readInt();
        lossSum = in.readDouble();
        trainSeconds = in.readDouble();
        seconds = in.readDouble();
        sinceBest = in.readInt();
        stalls = in.readInt();
        rows = in.readLong();
    }
}
