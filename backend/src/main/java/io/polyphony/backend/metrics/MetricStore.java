package io.polyphony.backend.metrics;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.hpo.trial.Report;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps metric points and their summaries. Every method runs within the caller's transaction. */
public interface MetricStore {
    /**
     * Stores points and their summaries; storing them again changes nothing.
     *
     * @param best whether this step is the trial's best so far
     */
    void add(Attempt attempt, int step, List<MetricPoint> points, boolean best);

    /** Stores figures of the trial as a whole, which have no curve; what was stored before is replaced. */
    void measure(TrialId trial, int step, Map<String, Double> figures);

    /** Puts the values that a trial keeps in the places of those of its best epoch. */
    void keep(Attempt attempt, List<Measurements.Kept> kept);

    /** How the tasks' gradients lay to each other on the whole, in these trials: a row per task and name. */
    List<GradientMean> gradients(Collection<TrialId> trials);

    /** The newest trials of an experiment whose loss weighting is none of these, at most so many. */
    List<TrialId> newest(ExperimentId experiment, Collection<String> weightings, int most);

    /**
     * Removes the points behind this step, and makes the summaries anew from what is left.
     *
     * @param lowerIsBetter names of the metrics of which the least value is the best
     * @return the summary of the trial's score, empty where no point is left
     */
    Optional<TaskMetric> dropBehind(TrialId trial, int step, List<String> lowerIsBetter);

    /** Every curve of a trial, unthinned. */
    List<Curve> curves(TrialId trial);

    /** One curve per trial of an experiment, unthinned, for its newest trials. */
    List<Curve> curves(ExperimentId experiment, String task, String split, String name, int trials);

    /** The summaries of these trials. */
    Map<TrialId, List<TaskMetric>> summaries(Collection<TrialId> trials);

    /**
     * Validation metrics per step.
     *
     * @param metrics the metric of each task, in the order wanted; NaN where there is none
     */
    Map<TrialId, List<Report>> reports(Collection<TrialId> trials, List<Map.Entry<String, String>> metrics);
}
