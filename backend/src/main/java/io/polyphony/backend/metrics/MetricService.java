package io.polyphony.backend.metrics;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.security.Actor;
import java.util.List;

/** Reads what trials measured. What an actor may not see is {@link io.polyphony.backend.common.NotFound}. */
public interface MetricService {
    /** Most points of a curve where the caller did not say. */
    int DEFAULT_POINTS = 500;

    /**
     * Every curve of a trial: per task its metrics, losses and loss weight, and the trial's own loss and learning rate.
     *
     * @param points most points of a curve, 2..10000; longer curves keep their first, last and extreme points
     */
    List<Curve> curves(Actor actor, TrialId trial, int points);

    /**
     * The curve of one metric for every trial of an experiment, newest 200 trials, to draw them over each other.
     *
     * @param split {@code train} or {@code validation}
     */
    List<Curve> curves(Actor actor, ExperimentId experiment, String task, String split, String name, int points);

    /** How the tasks' gradients lay to each other in a trial. */
    Gradients gradients(Actor actor, TrialId trial);

    /** The same over the experiment's newest 200 trials, but for those whose loss weighting combines gradients itself. */
    Gradients gradients(Actor actor, ExperimentId experiment);

    /** Best, last and kept value of every metric of a trial. */
    List<TaskMetric> metrics(Actor actor, TrialId trial);
}
