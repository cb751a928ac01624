package io.polyphony.frontend.model;

import io.polyphony.backend.model.ModelView;

/** How many networks share a model's rows among them. */
final class Folds {
    private Folds() {}

    /** 1 for a model whose trial had validation rows of its own. */
    static int of(ModelView model) {
        return model.provenance().get("folds") instanceof Number folds ? folds.intValue() : 1;
    }
}
