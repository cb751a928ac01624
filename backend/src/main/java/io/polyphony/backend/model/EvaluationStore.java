package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import java.util.Optional;

/** Keeps what sealed test rows said of models. Within the caller's transaction. */
public interface EvaluationStore {
    /** None for models from before evaluations were kept. */
    Optional<Evaluation> find(ModelId model);

    void add(ModelId model, Evaluation evaluation);
}
