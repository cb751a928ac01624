package io.polyphony.backend.comparison;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.hpo.analysis.ImportanceMethod;
import io.polyphony.hpo.analysis.Importances;
import io.polyphony.hpo.analysis.OptimizationHistory;
import io.polyphony.hpo.analysis.TooFewTrials;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.stream.IntStream;

/** What the completed trials of an experiment say about its choices. */
final class Insights {
    /** Hypervolumes of more objectives take too long. */
    private static final int MOST_OBJECTIVES = 6;

    private static final double MARGIN = 0.1;
    private final Experiment experiment;
    private final List<Trial> completed;

    Insights(Experiment experiment, List<Trial> completed) {
        this.experiment = experiment;
        this.completed = completed;
    }

    Insight by(ImportanceMethod method) {
        return new Insight(
                IntStream.range(0, experiment.figures().size())
                        .mapToObj(objective -> task(method, objective))
                        .toList(),
                hypervolume());
    }

    private Insight.TaskInsight task(ImportanceMethod method, int objective) {
        var name = experiment.figures().get(objective).name();
        try {
            var importance = Importances.of(
                    method,
                    experiment.plan().space(),
                    experiment.objectives(),
                    objective,
                    completed,
                    experiment.seed());
            return new Insight.TaskInsight(name, importance, null);
        } catch (TooFewTrials few) {
            return new Insight.TaskInsight(name, List.of(), few.getMessage());
        }
    }

    private List<OptimizationHistory.Point> hypervolume() {
        var objectives = experiment.objectives();
        var finite = completed.stream()
                .filter(trial -> trial.values().stream().allMatch(Double::isFinite))
                .toList();
        if (objectives.size() < 2 || objectives.size() > MOST_OBJECTIVES || finite.size() < 2) {
            return List.of();
        }
        var reference = IntStream.range(0, objectives.size())
                .mapToObj(k -> corner(objectives.get(k), k, finite))
                .toList();
        var points = OptimizationHistory.hypervolume(objectives, finite, reference);
        double end = points.getLast().value();
        return end > 0
                ? points.stream()
                        .map(point -> new OptimizationHistory.Point(point.number(), point.value() / end))
                        .toList()
                : List.of();
    }

    /** A little worse than the worst. */
    private static Double corner(Objective objective, int k, List<Trial> trials) {
        var losses = trials.stream()
                .mapToDouble(trial -> objective.loss(trial.values().get(k)))
                .summaryStatistics();
        double worst = losses.getMax() + MARGIN * (losses.getMax() - losses.getMin()) + 1e-9;
        return objective.loss(worst);
    }
}
