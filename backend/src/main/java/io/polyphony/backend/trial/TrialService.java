package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads trials. What an actor may not see is {@link io.polyphony.backend.common.NotFound}. */
public interface TrialService {
    /** In order of their numbers; null for every state. */
    Page<TrialView> page(Actor actor, ExperimentId experiment, @Nullable TrialState state, PageRequest page);

    TrialView get(Actor actor, TrialId id);

    /** How many labels each task of an experiment has in each part of the split. The first call counts them. */
    List<LabelCount> labels(Actor actor, ExperimentId experiment);

    /** How often it was taken up, first attempt first. */
    List<AttemptView> attempts(Actor actor, TrialId id);

    /**
     * Where a completed trial is right and wrong on its validation rows, per task. The first call computes it.
     *
     * @throws io.polyphony.backend.common.Conflict when the trial has no trained weights
     */
    List<TaskDiagnosis> diagnose(Actor actor, TrialId id);
}
