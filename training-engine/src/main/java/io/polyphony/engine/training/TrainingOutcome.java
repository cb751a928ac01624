package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.export.TrainedModel;
import java.util.List;
import java.util.Map;

/** How a training ended. */
public sealed interface TrainingOutcome {

    /**
     * It ran to its end (all epochs, patience or time limit).
     *
     * @param bestEpoch 1-based, 0 where a forecast was best before the first; the model holds this epoch's weights, or a mean of them and those of others
     * @param score on the validation rows, each task as said by its snapshot: mean over tasks of the normalised primary metric;
     *     NaN without rows
     * @param best validation metrics likewise, by task and name
     * @param model best for all tasks together
     * @param snapshots the model alone; where they were asked for, the network as it was at the best epoch of each task that is
     *     better there
     */
    record Completed(
            int bestEpoch,
            double score,
            Map<String, Map<String, Double>> best,
            TrainedModel model,
            TaskSnapshots snapshots)
            implements TrainingOutcome {}

    /**
     * A cross-validation of several folds ran to its end.
     *
     * @param bestEpoch of the first fold, likewise
     * @param score of all rows, each as said by the network that has not learned from it: mean over tasks of the normalised
     *     primary metric
     * @param metrics of all rows likewise, by task and name
     * @param spreads the deviation of each metric over the folds, each judged alone
     * @param snapshots what answers, one per fold
     */
    record CrossValidated(
            int bestEpoch,
            double score,
            Map<String, Map<String, Double>> metrics,
            Map<String, Map<String, Double>> spreads,
            List<TaskSnapshots> snapshots)
            implements TrainingOutcome {
        public CrossValidated {
            snapshots = List.copyOf(snapshots);
        }
    }

    /**
     * The monitor ended it.
     *
     * @param why never {@link Verdict#CONTINUE}
     * @param checkpoint state at the end of the last whole epoch
     */
    record Interrupted(Verdict why, Checkpoint checkpoint) implements TrainingOutcome {}

    /**
     * A loss or a parameter was no longer a finite number.
     *
     * @param epoch 1-based
     * @param reason a sentence for the user
     */
    record Diverged(int epoch, String reason) implements TrainingOutcome {}
}
