package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnNames;
import org.jspecify.annotations.Nullable;

/**
 * A wanted objective: a metric of a task, or a measure of the whole trial. {@code {"target": "rating", "metric": "mae"}} is improved,
 * {@code {"measure": "latency_ms", "atMost": 20}} is kept within its limit.
 *
 * @param target one of the tasks; null for a measure
 * @param metric a validation metric of that task; null: the task's own
 * @param measure one of {@link Measure}; null for a metric
 * @param atLeast no trial with less is good enough; null for no such limit
 * @param atMost no trial with more is good enough; null for no such limit
 * @param improve whether it is improved as far as can be; null: yes, unless it has a limit
 * @param weight above 0, how much it counts where several objectives are made one; null: 1
 */
public record ObjectiveRequest(
        @Nullable String target,
        @Nullable String metric,
        @Nullable String measure,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        @Nullable Boolean improve,
        @Nullable Double weight) {

    public ObjectiveRequest {
        target = ColumnNames.orNull(target);
    }

    /** A metric of a task to be improved. */
    public static ObjectiveRequest metric(String target, @Nullable String metric) {
        return new ObjectiveRequest(target, metric, null, null, null, null, null);
    }

    /** A measure with a limit. */
    public static ObjectiveRequest measure(Measure measure, @Nullable Double atMost) {
        return new ObjectiveRequest(null, null, measure.label(), null, atMost, null, null);
    }
}
