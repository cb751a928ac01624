package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.VariantId;
import io.polyphony.engine.compression.Toll;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a model: smaller, or learned from more rows.
 *
 * @param progress 0 to 1; 0 while it waits for others that were asked for before it
 * @param problem why it failed
 * @param toll size, latency and each task's metrics before and after, on one machine and on validation rows (of folds, those that
 *     each has not learned from), or on test rows where it has learned from those; null until it is ready
 * @param losses by task, how much worse it became by its metric, whichever way that points; below 0 it became better
 */
public record Variant(
        VariantId id,
        ModelId model,
        VariantPlan plan,
        State state,
        double progress,
        @Nullable String problem,
        @Nullable Toll toll,
        Map<String, Double> losses,
        Instant createdAt) {

    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        READY,
        FAILED
    }
}
