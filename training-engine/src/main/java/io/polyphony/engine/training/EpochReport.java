package io.polyphony.engine.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one epoch did.
 *
 * @param epoch 1-based
 * @param epochs the most there will be
 * @param tasks per task, in the network's order
 * @param totalLoss mean over the epoch's steps of the weighted training loss
 * @param learningRate at the epoch's last step
 * @param score mean over tasks, but auxiliary ones, of the normalised primary validation metric, higher is better; picks the best epoch, of equally good ones that of the least validation loss
 * @param rowsPerSecond training rows per second, validation excluded
 * @param secondsLeft estimate for the remaining epochs
 * @param gradients how the tasks' gradients lay to each other, or null for a single task or an epoch without a sample
 * @param beside what became of what is learned beside the tasks
 * @param fold whose epoch it is, in a cross-validation
 */
public record EpochReport(
        int epoch,
        int epochs,
        Map<String, TaskReport> tasks,
        double totalLoss,
        double learningRate,
        double score,
        double rowsPerSecond,
        double secondsLeft,
        @Nullable GradientReport gradients,
        BesideReport beside,
        Fold fold) {

    /** Without a look at the tasks' gradients. */
    public EpochReport(
            int epoch,
            int epochs,
            Map<String, TaskReport> tasks,
            double totalLoss,
            double learningRate,
            double score,
            double rowsPerSecond,
            double secondsLeft) {
        this(
                epoch,
                epochs,
                tasks,
                totalLoss,
                learningRate,
                score,
                rowsPerSecond,
                secondsLeft,
                null,
                BesideReport.NONE,
                Fold.ALONE);
    }

    /**
     * The same as a part of a cross-validation.
     *
     * @param allSecondsLeft of all folds
     */
    EpochReport in(Fold place, double allSecondsLeft) {
        return new EpochReport(
                epoch,
                epochs,
                tasks,
                totalLoss,
                learningRate,
                score,
                rowsPerSecond,
                allSecondsLeft,
                gradients,
                beside,
                place);
    }
}
