package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;
import java.util.Optional;

/** Keeps the numbers of networks: checkpoints while they are trained, bundles afterwards. Within the caller's transaction. */
public interface WeightStore {
    /** Stores a checkpoint; the newest two are kept. The caller has stored the attempt's progress before, which fences this. */
    void save(Attempt attempt, SavedCheckpoint checkpoint);

    /** The newest checkpoint. */
    Optional<SavedCheckpoint> newest(TrialId trial);

    /** Removes the checkpoints of an ended trial. */
    void dropCheckpoints(TrialId trial);

    /**
     * Stores a trained network, and lets go of the oldest ones of the experiment that are neither pinned nor kept once all
     * of them are larger than the limit.
     */
    void saveBundle(TrialId trial, byte[] bytes);

    Optional<byte[]> bundle(TrialId trial);

    /**
     * Keeps the bundle for ever: it is a model's.
     *
     * @return whether it is still there
     */
    boolean pin(TrialId trial);
}
