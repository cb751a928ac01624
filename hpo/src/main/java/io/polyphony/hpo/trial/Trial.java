package io.polyphony.hpo.trial;

import io.polyphony.hpo.space.Assignment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One tried assignment.
 *
 * @param number  unique within the study; later trials have greater numbers
 * @param reports what it told on its way, kept in the order of their steps
 * @param values  one per objective, in the objectives' own units, NaN counting as worst; empty unless completed
 */
public record Trial(int number, Assignment assignment, TrialState state, List<Report> reports, List<Double> values) {

    public Trial {
        reports = reports.stream().sorted(Comparator.comparingInt(Report::step)).toList();
        values = List.copyOf(values);
        if (values.isEmpty() == (state == TrialState.COMPLETED)) {
            throw new IllegalArgumentException(
                    "The trial %d is %s and has the values %s. Only a completed trial has values, one per objective."
                            .formatted(number, state, values));
        }
    }

    /** A trial proposed, not yet begun. */
    public static Trial waiting(int number, Assignment assignment) {
        return new Trial(number, assignment, TrialState.WAITING, List.of(), List.of());
    }

    /** A trial begun, with what it has told so far. */
    public static Trial running(int number, Assignment assignment, List<Report> reports) {
        return new Trial(number, assignment, TrialState.RUNNING, reports, List.of());
    }

    /** A trial run to its end, with one value per objective. */
    public static Trial completed(int number, Assignment assignment, Double... values) {
        return new Trial(number, assignment, TrialState.COMPLETED, List.of(), List.of(values));
    }

    /** A trial given up by a pruner after these reports. */
    public static Trial pruned(int number, Assignment assignment, List<Report> reports) {
        return new Trial(number, assignment, TrialState.PRUNED, reports, List.of());
    }

    /** A trial ended by an error, or diverged. */
    public static Trial failed(int number, Assignment assignment) {
        return new Trial(number, assignment, TrialState.FAILED, List.of(), List.of());
    }

    /** The report with the greatest step. */
    public Optional<Report> lastReport() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.getLast());
    }

    /**
     * The least loss of each objective in the reports up to a step; empty if it did not come that far. A report that diverged (NaN) undoes
     * what went before it.
     */
    public Optional<double[]> bestUntil(List<Objective> objectives, int step) {
        if (lastReport().filter(report -> report.step() >= step).isEmpty()) {
            return Optional.empty();
        }
        var best = new double[objectives.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (Report report : reports) {
            if (report.step() <= step) {
                double[] now = Objective.losses(objectives, report.values());
                boolean diverged = Arrays.stream(now).anyMatch(Double::isInfinite);
                Arrays.setAll(best, k -> diverged ? Double.POSITIVE_INFINITY : Math.min(best[k], now[k]));
            }
        }
        return Optional.of(best);
    }
}
