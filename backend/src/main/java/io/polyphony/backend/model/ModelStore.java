package io.polyphony.backend.model;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps models. Every method runs within the caller's transaction. */
public interface ModelStore {
    /** Logs a look at the experiment's test split, and answers the how-manieth it is. */
    int look(Actor actor, ExperimentId experiment, TrialId trial);

    void add(Model model);

    /** Replaces the model's operating points. */
    void decide(ModelId model, Map<String, Map<String, Double>> thresholds);

    Optional<Model> find(ModelId id);

    /** The model of the trial alone. */
    Optional<Model> ofTrial(TrialId trial);

    /** The newest ensemble of an experiment. */
    List<Model> ensemblesOf(ExperimentId experiment);

    /** Newest first, up to {@link PageRequest#fetch()} rows. */
    List<Model> page(Set<ProjectId> projects, PageRequest page);
}
