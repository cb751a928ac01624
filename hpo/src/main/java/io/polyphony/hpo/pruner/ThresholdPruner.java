package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;

/**
 * Gives up a trial that has diverged, or whose last report is worse than it may be.
 *
 * @param worst  by the objectives' names, in their own units; objectives without one may be anything finite
 * @param warmup the last step at which nothing is pruned
 */
public record ThresholdPruner(Map<String, Double> worst, int warmup) implements Pruner {

    public ThresholdPruner {
        worst = Map.copyOf(worst);
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        return running.lastReport()
                .filter(report -> report.step() > warmup)
                .filter(report -> beyond(objectives, report.values()))
                .isPresent();
    }

    private boolean beyond(List<Objective> objectives, List<Double> values) {
        for (int k = 0; k < values.size(); k++) {
            Objective objective = objectives.get(k);
            double limit = worst.containsKey(objective.name())
                    ? objective.loss(worst.get(objective.name()))
                    : Double.MAX_VALUE;
            if (objective.loss(values.get(k)) > limit) {
                return true;
            }
        }
        return false;
    }
}
