package io.polyphony.engine.training;

/** Pauses in the middle of an epoch. */
final class PausedWithin extends Diary {
    private final int epoch;

    PausedWithin(int epoch) {
        this.epoch = epoch;
    }

    @Override
    public Verdict duringEpoch(StepReport report) {
        return report.epoch() == epoch && report.step() == 2 ? Verdict.PAUSE : Verdict.CONTINUE;
    }
}
