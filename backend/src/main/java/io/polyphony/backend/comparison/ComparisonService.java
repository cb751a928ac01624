package io.polyphony.backend.comparison;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.security.Actor;
import io.polyphony.hpo.analysis.ImportanceMethod;

/** Puts the trials of an experiment side by side. */
public interface ComparisonService {
    /** All trials. */
    Comparison whole(Actor actor, ExperimentId experiment);

    /** In order of their numbers. */
    Comparison compare(Actor actor, ExperimentId experiment, PageRequest page);

    /** Only the trials that no other trial beats on every task. */
    Comparison pareto(Actor actor, ExperimentId experiment);

    /** Which choices mattered for each task, and how the front grew. */
    Insight insight(Actor actor, ExperimentId experiment, ImportanceMethod method);
}
