package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TrialId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps trials. Every method runs within the caller's transaction. */
public interface TrialStore {
    void add(Trial trial);

    Optional<Trial> find(TrialId id);

    /** In order of their numbers, up to {@link PageRequest#fetch()} rows; null for every state. */
    List<Trial> page(ExperimentId experiment, @Nullable TrialState state, PageRequest page);

    /** Every trial of the experiment with at least that number that is not among these, in order of their numbers. */
    List<Trial> others(ExperimentId experiment, int from, Collection<TrialId> known);

    /** The completed ranked trials whose weights are kept, best score first, at most so many. */
    List<Trial> best(ExperimentId experiment, int most);

    /** Trials that were begun or created and have not ended. */
    List<Trial> unfinished(ExperimentId experiment);

    /** Holds the trial's row until the transaction ends, so that its attempt cannot end it meanwhile; empty if it has ended. */
    Optional<Trial> hold(TrialId trial);

    /**
     * Takes a trial up that has not ended: counts its attempt up, which fences off every older one. Points and checkpoints beyond the kept
     * checkpoint are the caller's to remove, in the same transaction. Answers the trial as it is then, with the number of the new attempt.
     *
     * @param lane the lane that runs it from now on
     * @param progress what the checkpoint holds
     */
    Trial takeUp(TrialId trial, int lane, Host host, TrialProgress progress);

    /** How many attempts that began at this epoch were lost: a trial that kills its process never gets further. */
    int lostFrom(TrialId trial, int epoch);

    /** Stores where the attempt stands; throws {@link StaleAttempt}. Holds the trial's row until the transaction ends. */
    void progress(Attempt attempt, TrialProgress progress);

    /** Stores where a trial comes from, once. */
    void provenance(TrialId trial, Map<String, Object> provenance);

    /** Ends the attempt with this state of its trial; throws {@link StaleAttempt}. */
    void finish(Attempt attempt, TrialState state, @Nullable String message);

    /** Ends a trial that no attempt is running. */
    void finish(TrialId trial, TrialState state, @Nullable String message);

    List<AttemptView> attempts(TrialId trial);

    /** The newest attempts of all trials of an experiment, at most so many, in any order. */
    List<ExperimentAttempt> attempts(ExperimentId experiment, int most);
}
