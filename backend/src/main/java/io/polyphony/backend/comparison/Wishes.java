package io.polyphony.backend.comparison;

import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.hpo.trial.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A preference put into the words of an experiment: figures of its trials with weights and limits. */
final class Wishes {
    private final Experiment experiment;
    private final Preference preference;

    Wishes(Experiment experiment, Preference preference) {
        this.experiment = experiment;
        this.preference = preference;
    }

    /** Those that count by their weight come before those that only have a limit. */
    record Figures(List<ExperimentObjective> weighted, List<ExperimentObjective> limited) {
        List<ExperimentObjective> all() {
            return Stream.concat(weighted.stream(), limited.stream()).toList();
        }
    }

    Figures figures() {
        preference.weights().forEach(this::checkWeight);
        var known = new LinkedHashMap<String, ExperimentObjective>();
        experiment.figures().forEach(figure -> known.put(figure.name(), figure));
        preference.limits().forEach((name, limit) -> {
            var figure = known.containsKey(name)
                    ? known.get(name)
                    : ExperimentObjective.limited(name, experiment.tasks()).orElseThrow(() -> unknown(name));
            known.put(name, with(figure, limit, figure.weight(), figure.improved()));
        });
        var weighted =
                known.values().stream().filter(figure -> weight(figure) > 0).toList();
        if (weighted.isEmpty()) {
            throw new Malformed("Nothing counts: all weights are 0. Maybe give one objective the weight 1.");
        }
        return new Figures(
                weighted.stream()
                        .map(figure -> with(figure, figure.limit(), weight(figure), true))
                        .toList(),
                known.values().stream()
                        .filter(figure -> weight(figure) == 0 && figure.limit() != null)
                        .map(figure -> with(figure, figure.limit(), 1, false))
                        .toList());
    }

    /** What is only kept within a limit counts by that alone, unless it was given a weight. */
    private double weight(ExperimentObjective figure) {
        return preference.weights().getOrDefault(figure.name(), figure.improved() ? figure.weight() : 0);
    }

    private void checkWeight(String name, double weight) {
        boolean known =
                experiment.figures().stream().anyMatch(figure -> figure.name().equals(name));
        if (!known) {
            throw unknown(name);
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new Malformed("The weight (%s) of (%s) is not at least 0. Maybe 1.".formatted(weight, name));
        }
    }

    private Malformed unknown(String name) {
        var names = experiment.figures().stream().map(ExperimentObjective::name).toList();
        return new Malformed("There is nothing (%s) that a trial has. Maybe one of %s, or a limit on a task's metric."
                .formatted(name, names));
    }

    private static ExperimentObjective with(
            ExperimentObjective figure, @Nullable Double limit, double weight, boolean improved) {
        return new ExperimentObjective(
                figure.name(), figure.task(), figure.figure(), figure.direction(), limit, improved, weight);
    }

    /** The limits that values, in the order of the figures, miss. */
    static List<String> missed(Map<String, ExperimentObjective> figures, Map<String, Double> values) {
        return figures.values().stream()
                .filter(figure -> violated(figure, values.get(figure.name())))
                .map(ExperimentObjective::name)
                .toList();
    }

    private static boolean violated(ExperimentObjective figure, @Nullable Double value) {
        var limit = figure.limit();
        if (limit == null) {
            return false;
        }
        return value == null || (figure.direction() == Direction.MAXIMIZE ? value < limit : value > limit);
    }
}
