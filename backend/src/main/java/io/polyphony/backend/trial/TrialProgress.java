package io.polyphony.backend.trial;

import org.jspecify.annotations.Nullable;

/**
 * Where a trial stands.
 *
 * @param epoch whole epochs done, of all folds together
 * @param epochs the most there will be; 0 before it started
 * @param bestEpoch of the first fold, where there are several; 0: before the first epoch, where a forecast begins well; null
 *     while that is not known
 * @param score mean over the tasks of the normalised primary validation metric at the best epoch: 0 is a constant
 *     predictor, 1 perfect; null before the first epoch
 * @param rowsPerSecond null while it does not run
 * @param secondsLeft null while it does not run
 */
public record TrialProgress(
        int epoch,
        int epochs,
        @Nullable Integer bestEpoch,
        @Nullable Double score,
        @Nullable Double rowsPerSecond,
        @Nullable Double secondsLeft) {
    /** The same with what was kept in the end. */
    public TrialProgress judged(int best, double itsScore) {
        return new TrialProgress(epoch, epochs, best, itsScore, rowsPerSecond, secondsLeft);
    }

    /** Before it started. */
    public static final TrialProgress NONE = new TrialProgress(0, 0, null, null, null, null);
}
