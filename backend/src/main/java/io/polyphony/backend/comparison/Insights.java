package io.polyphony.backend.comparison;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.hpo.analysis.Distribution;
import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.analysis.Importance;
import io.polyphony.hpo.analysis.ImportanceMethod;
import io.polyphony.hpo.analysis.Importances;
import io.polyphony.hpo.analysis.OptimizationHistory;
import io.polyphony.hpo.analysis.RankCorrelation;
import io.polyphony.hpo.analysis.TooFewTrials;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the completed trials of an experiment say about its choices. */
final class Insights {
    /** Hypervolumes of more objectives take too long. */
    private static final int MOST_OBJECTIVES = 6;

    private static final int MOST_STEPS = 2000;
    private static final int MOST_SHARES = 500;
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
                hypervolume(),
                Landscapes.varying(experiment).map(Parameter::name).toList(),
                correlations());
    }

    private Insight.TaskInsight task(ImportanceMethod method, int objective) {
        var figure = experiment.figures().get(objective);
        List<Importance> importance = List.of();
        String missing = null;
        try {
            importance = Importances.of(
                    method,
                    experiment.plan().space(),
                    experiment.objectives(),
                    objective,
                    completed,
                    experiment.seed());
        } catch (TooFewTrials few) {
            missing = few.getMessage();
        }
        var distribution = thinned(Distribution.of(objective, completed), MOST_SHARES);
        return new Insight.TaskInsight(
                figure.name(), importance, missing, figure.direction(), history(objective), distribution);
    }

    private List<Insight.Step> history(int objective) {
        var best = OptimizationHistory.best(experiment.objectives(), objective, completed);
        var trials = completed.stream()
                .filter(trial -> Double.isFinite(trial.values().get(objective)))
                .toList();
        int every = 1 + best.size() / MOST_STEPS;
        var steps = new ArrayList<Insight.Step>();
        for (int i = 0; i < best.size(); i++) {
            var point = best.get(i);
            double value = trials.get(i).values().get(objective);
            if (i % every == 0 || i == best.size() - 1 || value == point.value()) {
                steps.add(new Insight.Step(point.number(), value, point.value()));
            }
        }
        return steps;
    }

    private List<OptimizationHistory.Point> hypervolume() {
        var objectives = experiment.objectives();
        var finite = completed.stream()
                .filter(trial -> trial.values().stream().allMatch(Double::isFinite))
                .toList();
        if (objectives.size() < 2 || objectives.size() > MOST_OBJECTIVES || finite.size() < 2) {
            return List.of();
        }
        return ofTheEnd(objectives, finite);
    }

    private static List<OptimizationHistory.Point> ofTheEnd(List<Objective> objectives, List<Trial> finite) {
        try {
            var reference = Hypervolume.corner(objectives, finite);
            var points = OptimizationHistory.hypervolume(objectives, finite, reference);
            double end = points.getLast().value();
            return end > 0
                    ? points.stream()
                            .map(point -> new OptimizationHistory.Point(point.number(), point.value() / end))
                            .toList()
                    : List.of();
        } catch (TooFewTrials none) {
            return List.of();
        }
    }

    private Insight.Correlations correlations() {
        var names = experiment.objectives().stream().map(Objective::name).toList();
        try {
            var rows = Arrays.stream(RankCorrelation.of(experiment.objectives(), completed))
                    .map(Insights::row)
                    .toList();
            return new Insight.Correlations(names, rows, null);
        } catch (TooFewTrials few) {
            return new Insight.Correlations(names, List.of(), few.getMessage());
        }
    }

    private static List<@Nullable Double> row(double[] correlations) {
        var row = new ArrayList<@Nullable Double>();
        for (double correlation : correlations) {
            row.add(Double.isNaN(correlation) ? null : correlation);
        }
        return row;
    }

    /** The first, the last, and evenly some between. */
    private static <T> List<T> thinned(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (most - 1))))
                        .toList();
    }
}
