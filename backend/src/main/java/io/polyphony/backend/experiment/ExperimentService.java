package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Creates experiments and steers them. What an actor may not see is {@link io.polyphony.backend.common.NotFound}; an action
 * that the state does not allow is a {@link io.polyphony.backend.common.Conflict}.
 */
public interface ExperimentService {
    /**
     * Creates an experiment in its data set's project; workers take it up at once. Needs the role runner.
     *
     * @throws io.polyphony.backend.common.Invalid with a JSON pointer and a cure per wrong field
     */
    ExperimentView create(Actor actor, ExperimentRequest request);

    /** What {@link #create} would do, without doing it: the tasks' types and metrics, the inputs, the split. Same errors. */
    ExperimentView preview(Actor actor, ExperimentRequest request);

    /** Newest first. */
    Page<ExperimentView> list(Actor actor, @Nullable ProjectId project, PageRequest page);

    ExperimentView get(Actor actor, ExperimentId id);

    /** Stops its trials within a second or two; each keeps its checkpoint. */
    ExperimentView pause(Actor actor, ExperimentId id);

    /** Goes on where {@link #pause} stopped. */
    ExperimentView resume(Actor actor, ExperimentId id);

    /** Ends it for good; finished trials stay. */
    ExperimentView cancel(Actor actor, ExperimentId id);

    /**
     * Adds to its budget, also when that is used up: trials and minutes are added, null adds nothing. What would end the search before its budget
     * does is replaced, null lifts it.
     */
    ExperimentView extend(Actor actor, ExperimentId id, BudgetRequest more);
}
