package io.polyphony.backend.model;

import io.polyphony.engine.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A model's explanation, or how far it is.
 *
 * @param progress 0 to 1
 * @param problem why it failed; asking again tries again
 * @param explanation null until it is ready
 */
public record ExplanationView(
        State state,
        double progress,
        @Nullable String problem,
        @Nullable Explanation explanation) {

    /** How far it is. */
    public enum State {
        RUNNING,
        READY,
        FAILED
    }

    static ExplanationView running(double progress) {
        return new ExplanationView(State.RUNNING, progress, null, null);
    }

    static ExplanationView ready(Explanation explanation) {
        return new ExplanationView(State.READY, 1, null, explanation);
    }

    static ExplanationView failed(String problem) {
        return new ExplanationView(State.FAILED, 0, problem, null);
    }
}
