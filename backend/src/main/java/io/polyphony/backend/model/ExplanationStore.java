package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import io.polyphony.engine.explanation.Explanation;
import java.util.Optional;

/** Keeps explanations. Within the caller's transaction. */
public interface ExplanationStore {
    Optional<Explanation> find(ModelId model);

    /** Keeps an explanation; one that is there stays. */
    void add(ModelId model, Explanation explanation);
}
