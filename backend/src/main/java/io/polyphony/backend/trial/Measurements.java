package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.hpo.trial.Report;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where trials leave what they measure: the metrics feature, which a trial may not see. Within the caller's transaction. */
public interface Measurements {
    /**
     * Stores an epoch's points; storing them again changes nothing.
     *
     * @param best whether this is the trial's best epoch so far
     */
    void record(Attempt attempt, EpochReport report, boolean best);

    /**
     * Removes the points behind this epoch, which an older attempt left and a new one will measure again.
     *
     * @return the best of what is left
     */
    Optional<Best> dropBehind(TrialId trial, int epoch);

    /** The best epoch of a trial, by its score. */
    record Best(int epoch, double score) {}

    /** The experiment's validation metrics per epoch, in the order of the tasks; NaN where a task has none. */
    Map<TrialId, List<Report>> reports(Collection<TrialId> trials, List<ExperimentTask> tasks);

    /** The experiment's validation metrics at each trial's best epoch, in the order of the tasks. */
    Map<TrialId, List<Double>> values(Collection<TrialId> trials, List<ExperimentTask> tasks);
}
