package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.hpo.trial.Report;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where trials leave what they measure: the metrics feature, which a trial may not see. Within the caller's transaction. */
public interface Measurements {
    /** The name of a trial's mean normalised metric. */
    String SCORE = "score";

    /**
     * Stores an epoch's points; storing them again changes nothing.
     *
     * @param best whether this is the trial's best epoch so far
     */
    void record(Attempt attempt, EpochReport report, boolean best);

    /**
     * What the weights that a trial keeps reach on the validation rows, where no single epoch says so: of a mean of weights,
     * or of several folds.
     *
     * @param kept of each task and metric; of the trial as a whole its score, under an empty task
     */
    void keep(Attempt attempt, List<Kept> kept);

    /**
     * One kept value.
     *
     * @param spread its standard deviation over folds; null for a single training
     */
    record Kept(
            String task,
            String name,
            double value,
            @Nullable Double spread) {}

    /**
     * Removes the points behind this epoch, which an older attempt left and a new one will measure again.
     *
     * @return the best of what is left
     */
    Optional<Best> dropBehind(TrialId trial, int epoch);

    /** The best epoch of a trial, by its score. */
    record Best(int epoch, double score) {}

    /** Stores the objectives' values of a trial that was trained elsewhere. */
    void record(TrialId trial, List<ExperimentObjective> objectives, List<Double> values);

    /** Stores what the trial as a whole is measured by, as far as it is known; what was stored before is replaced. */
    void record(TrialId trial, int epoch, Map<Measure, Double> measures);

    /** The objectives' values per epoch, in their order; NaN where there is none. A measure of the whole trial is the same at each. */
    Map<TrialId, List<Report>> reports(Collection<TrialId> trials, List<ExperimentObjective> objectives);

    /** The objectives' values at each trial's best epoch, in their order; NaN where there is none. */
    Map<TrialId, List<Double>> values(Collection<TrialId> trials, List<ExperimentObjective> objectives);
}
