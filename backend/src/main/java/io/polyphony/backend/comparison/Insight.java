package io.polyphony.backend.comparison;

import io.polyphony.hpo.analysis.Distribution;
import io.polyphony.hpo.analysis.Importance;
import io.polyphony.hpo.analysis.OptimizationHistory;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has taught.
 *
 * @param tasks each objective for itself
 * @param hypervolume after each completed trial what the front dominates, relative to the end; empty for a single task
 * @param parameters names of what the search may choose between several values of
 * @param correlations whether what is good for one objective is good for another
 */
public record Insight(
        List<TaskInsight> tasks,
        List<OptimizationHistory.Point> hypervolume,
        List<String> parameters,
        Correlations correlations) {
    public Insight {
        tasks = List.copyOf(tasks);
        hypervolume = List.copyOf(hypervolume);
        parameters = List.copyOf(parameters);
    }

    /**
     * One objective: mostly a task by its metric.
     *
     * @param task the objective's name
     * @param importance the most important choice first; empty if it cannot be told
     * @param missing why it cannot be told, if so
     * @param history its value in the completed trials, in the order of their numbers; of more than 2000, the best ones and some others
     * @param distribution which share of the completed trials has at most that value; of more than 500, some
     */
    public record TaskInsight(
            String task,
            List<Importance> importance,
            @Nullable String missing,
            Direction direction,
            List<Step> history,
            List<Distribution.Step> distribution) {}

    /**
     * A completed trial.
     *
     * @param number the trial's
     * @param value the objective's, in its own unit
     * @param best of this trial and all before it
     */
    public record Step(int number, double value, double best) {}

    /**
     * Spearman's rank correlations of the objectives over the completed trials.
     *
     * @param names of the objectives
     * @param rows one per objective, each with one figure per objective: 1 where trials rank alike, -1 where the better for one is the worse
     *     for the other, null where an objective does not vary; empty if it cannot be told
     * @param missing why it cannot be told, if so
     */
    public record Correlations(
            List<String> names,
            List<List<@Nullable Double>> rows,
            @Nullable String missing) {}
}
