package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.security.Actor;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/** Trials that the search did not propose itself. What an actor may not see is {@link io.polyphony.backend.common.NotFound}. */
public interface TrialIntake {
    /**
     * Has an assignment tried next, on top of the budget; an experiment that has ended goes on for it. Needs the role runner.
     *
     * @param values by parameter; what is left out is as in the best trial so far
     * @throws io.polyphony.backend.common.Invalid with a JSON pointer per value that is wrong
     * @throws io.polyphony.backend.common.Conflict when a trial has the assignment already, or the experiment cannot go on
     */
    TrialId enqueue(Actor actor, ExperimentId experiment, Map<String, Object> values);

    /**
     * Takes trials over that were trained elsewhere, as Optuna writes them. The sampler learns from them; nobody can promote them. Needs the role
     * runner.
     *
     * @throws io.polyphony.backend.common.Invalid naming the first row that is wrong; then nothing is taken over
     * @throws IOException if it cannot be read
     */
    Imported read(Actor actor, ExperimentId experiment, Reader csv) throws IOException;

    /**
     * What became of a file.
     *
     * @param imported trials taken over
     * @param skipped rows whose assignment is known already, or that had not ended
     */
    record Imported(int imported, int skipped) {}

    /** Every trial but referees as Optuna writes them: number, values in the order of the objectives, parameters, state. */
    String write(Actor actor, ExperimentId experiment);
}
