package io.polyphony.engine.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task; its name is the target column.
 *
 * @param metric that picks the best epoch; null: the usual one of the type
 * @param aim of a regression, which is to suit its metric
 * @param straight whether a regression's numbers are told as they are, never by their logarithm nor bent, as lines need them
 * @param auxiliary whether it is learned for the sake of the others: then it has no say in which epoch is best
 */
public record TaskSpec(
        String name, TaskType type, @Nullable String metric, Aim aim, boolean auxiliary, boolean straight) {
    public TaskSpec {
        // Models from before tasks had an aim name none.
        aim = Objects.requireNonNullElse(aim, Aim.MEDIAN);
    }

    /** A task that counts. */
    public TaskSpec(String name, TaskType type, @Nullable String metric, Aim aim) {
        this(name, type, metric, aim, false, false);
    }

    /** A task that is judged as usual. */
    public TaskSpec(String name, TaskType type) {
        this(name, type, null, Aim.MEDIAN);
    }

    /** The same task for the sake of others, or for its own. */
    public TaskSpec auxiliary(boolean helps) {
        return new TaskSpec(name, type, metric, aim, helps, straight);
    }

    /** The same task, its numbers told as they are or as suits them. */
    public TaskSpec straight(boolean wanted) {
        return new TaskSpec(name, type, metric, aim, auxiliary, wanted);
    }
}
