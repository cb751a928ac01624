package io.polyphony.backend.comparison;

import io.polyphony.hpo.analysis.Importance;
import io.polyphony.hpo.analysis.OptimizationHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has taught.
 *
 * @param tasks which choices mattered, task by task
 * @param hypervolume after each completed trial what the front dominates, relative to the end; empty for a single task
 */
public record Insight(List<TaskInsight> tasks, List<OptimizationHistory.Point> hypervolume) {
    /**
     * Which choices mattered for one task.
     *
     * @param importance the most important first; empty if it cannot be told
     * @param missing why it cannot be told, if so
     */
    public record TaskInsight(
            String task,
            List<Importance> importance,
            @Nullable String missing) {}
}
