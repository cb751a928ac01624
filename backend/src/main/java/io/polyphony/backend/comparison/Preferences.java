package io.polyphony.backend.comparison;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.hpo.analysis.ParetoFront;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Scalarization;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ranks completed trials by a preference. Losses are brought to a common scale on which the front's best is 0 and its worst 1, weighted
 * and made one. Those that miss a limit come after all that keep to theirs, the nearest first (constrained domination: Deb et al., IEEE
 * Trans. Evol. Comput. 6(2), 2002).
 */
final class Preferences {
    private static final int MOST = 100;
    private final Scalarization scalarization;
    private final Wishes.Figures figures;
    private final List<Objective> objectives;
    private final List<Trial> trials;
    private final Map<Integer, TrialId> ids;
    private final Set<Integer> front = new LinkedHashSet<>();
    private final double[][] ranges;

    /** @param completed whose values are of these figures, in their order */
    Preferences(Scalarization scalarization, Wishes.Figures figures, Fronts.Completed completed) {
        this.scalarization = scalarization;
        this.figures = figures;
        this.objectives =
                figures.all().stream().map(ExperimentObjective::objective).toList();
        this.trials = completed.trials();
        this.ids = completed.ids();
        var best = ParetoFront.of(objectives, trials);
        best.forEach(trial -> front.add(trial.number()));
        this.ranges = ranges(best.isEmpty() ? trials : best);
    }

    Recommendation recommend() {
        var ranked = trials.stream()
                .sorted(Comparator.comparingDouble((Trial trial) -> Objective.violation(objectives, trial.values()))
                        .thenComparingDouble(this::loss)
                        .thenComparingInt(Trial::number))
                .limit(MOST)
                .map(this::candidate)
                .toList();
        return new Recommendation(scalarization, wishes(), ranked, missing(ranked));
    }

    private List<Recommendation.Wish> wishes() {
        return figures.all().stream()
                .map(figure -> new Recommendation.Wish(
                        figure.name(), figure.direction(), figure.improved() ? figure.weight() : 0, figure.limit()))
                .toList();
    }

    private static @Nullable String missing(List<Recommendation.Candidate> ranked) {
        if (ranked.isEmpty()) {
            return "No trial has completed yet.";
        }
        var nearest = ranked.getFirst();
        if (nearest.missed().isEmpty()) {
            return nearest.loss() == null ? "No trial has all that counts." : null;
        }
        return "No trial keeps to all limits; the nearest (%d) misses %s. Maybe loosen one."
                .formatted(nearest.number(), String.join(", ", nearest.missed()));
    }

    private Recommendation.Candidate candidate(Trial trial) {
        var values = new LinkedHashMap<String, Double>();
        var limits = new LinkedHashMap<String, ExperimentObjective>();
        for (int k = 0; k < objectives.size(); k++) {
            var figure = figures.all().get(k);
            limits.put(figure.name(), figure);
            if (Double.isFinite(trial.values().get(k))) {
                values.put(figure.name(), trial.values().get(k));
            }
        }
        double loss = loss(trial);
        return new Recommendation.Candidate(
                Objects.requireNonNull(ids.get(trial.number())),
                trial.number(),
                front.contains(trial.number()),
                Double.isFinite(loss) ? loss : null,
                Wishes.missed(limits, values),
                values);
    }

    private double loss(Trial trial) {
        double total = figures.weighted().stream()
                .mapToDouble(ExperimentObjective::weight)
                .sum();
        double[] losses = Objective.losses(objectives, trial.values());
        return scalarization.of(IntStream.range(0, figures.weighted().size())
                .mapToDouble(k -> figures.weighted().get(k).weight() / total * scaled(losses[k], ranges[k]))
                .toArray());
    }

    private static double scaled(double loss, double[] range) {
        double span = range[1] - range[0];
        return span > 0 ? (loss - range[0]) / span : Double.isFinite(loss) ? loss - range[0] : loss;
    }

    /** Of each weighted objective the best and the worst loss. */
    private double[][] ranges(List<Trial> best) {
        return IntStream.range(0, figures.weighted().size())
                .mapToObj(k -> best.stream()
                        .mapToDouble(
                                trial -> objectives.get(k).loss(trial.values().get(k)))
                        .filter(Double::isFinite)
                        .toArray())
                .map(losses -> losses.length == 0
                        ? new double[] {0, 0}
                        : new double[] {
                            Arrays.stream(losses).min().orElseThrow(),
                            Arrays.stream(losses).max().orElseThrow()
                        })
                .toArray(double[][]::new);
    }
}
