package io.polyphony.engine.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task; its name is the target column.
 *
 * @param metric that picks the best epoch; null: the usual one of the type
 * @param aim of a regression, which is to suit its metric
 */
public record TaskSpec(String name, TaskType type, @Nullable String metric, Aim aim) {
    public TaskSpec {
        // Models from before tasks had an aim name none.
        aim = Objects.requireNonNullElse(aim, Aim.MEDIAN);
    }

    /** A task that is judged as usual. */
    public TaskSpec(String name, TaskType type) {
        this(name, type, null, Aim.MEDIAN);
    }
}
