package io.polyphony.hpo.study;

import io.polyphony.hpo.sampler.Remainder;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Scalarization;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A study as its sampler and pruner see it: what is only kept within a limit is gone, and a trial that misses a limit is worse than all that keep to theirs, the
 * worse the more it misses; objectives that are made one are one. A study with neither is seen as it is.
 */
final class View {

    /** By how much the least miss of a limit is worse than the worst that misses none, in spans. */
    private static final double BEYOND = 0.05;

    private final List<Objective> all;
    private final Scalarization scalarization;
    private final List<Objective> goals;
    private final Range[] ranges;
    private final List<Trial> trials;
    private final Remainder remainder;

    /** The best and the worst loss of an objective among completed trials. */
    private record Range(double best, double worst) {

        static Range of(double[] losses) {
            var known = Arrays.stream(losses).filter(Double::isFinite).summaryStatistics();
            return known.getCount() == 0 ? new Range(0, 1) : new Range(known.getMin(), known.getMax());
        }

        double span() {
            return worst > best ? worst - best : 1;
        }

        double scaled(double loss) {
            return (loss - best) / span();
        }
    }

    private View(Study study, List<Trial> history) {
        all = study.objectives();
        scalarization = study.scalarization();
        goals = all.stream().filter(Objective::improved).toList();
        boolean plain = scalarization == Scalarization.NONE && goals.size() == all.size();
        ranges = plain ? new Range[0] : ranges(history);
        remainder = Remainder.of(
                all, history.stream().filter(trial -> !trial.values().isEmpty()).toList());
        trials = history;
    }

    static View of(Study study, List<Trial> history) {
        return new View(study, history);
    }

    /** What is improved. */
    List<Objective> objectives() {
        if (plain()) {
            return all;
        }
        return scalarization == Scalarization.NONE
                ? goals.stream()
                        .map(goal -> new Objective(goal.name(), goal.direction()))
                        .toList()
                : List.of(Objective.minimize(scalarization.label()));
    }

    /** For a sampler: a trial that was given up and would have missed a limit has failed. */
    List<Trial> trials() {
        return plain() ? trials : trials.stream().map(this::tried).toList();
    }

    /** For a pruner: what a trial told on its way counts, whatever it would have missed. */
    List<Trial> rivals() {
        return plain() ? trials : trials.stream().map(this::seen).toList();
    }

    /** A trial as seen beside these. */
    Trial running(Trial trial) {
        return plain() ? trial : seen(trial);
    }

    private boolean plain() {
        return ranges.length == 0;
    }

    private Range[] ranges(List<Trial> history) {
        return goals.stream()
                .map(goal -> Range.of(history.stream()
                        .filter(trial -> !trial.values().isEmpty())
                        .mapToDouble(trial -> goal.loss(trial.values().get(all.indexOf(goal))))
                        .toArray()))
                .toArray(Range[]::new);
    }

    private Trial tried(Trial trial) {
        Trial seen = seen(trial);
        return trial.state() == TrialState.PRUNED && remainder.violation(trial) > 0
                ? new Trial(seen.number(), seen.assignment(), TrialState.FAILED, seen.reports(), List.of())
                : seen;
    }

    private Trial seen(Trial trial) {
        List<Report> reports = trial.reports().stream()
                .map(report -> new Report(report.step(), told(losses(report.values()))))
                .toList();
        List<Double> values = trial.values().isEmpty() ? List.of() : completed(trial.values());
        return new Trial(trial.number(), trial.assignment(), trial.state(), reports, values);
    }

    /** One loss per goal. */
    private double[] losses(List<Double> values) {
        double[] every = Objective.losses(all, values);
        return IntStream.range(0, every.length)
                .filter(k -> all.get(k).improved())
                .mapToDouble(k -> every[k])
                .toArray();
    }

    private List<Double> completed(List<Double> values) {
        double violation = Objective.violation(all, values);
        if (violation == 0) {
            return told(losses(values));
        }
        double share = Double.isFinite(violation) ? violation / (1 + violation) : 1;
        var beyond = new double[goals.size()];
        Arrays.setAll(beyond, k -> ranges[k].worst() + ranges[k].span() * (BEYOND + share));
        return told(beyond);
    }

    /** Losses as values of what is seen. */
    private List<Double> told(double[] losses) {
        return switch (scalarization) {
            case NONE ->
                IntStream.range(0, losses.length)
                        .mapToObj(k ->
                                new Objective(goals.get(k).name(), goals.get(k).direction()).loss(losses[k]))
                        .toList();
            case WEIGHTED_SUM, CHEBYSHEV -> List.of(scalarization.of(weighted(losses)));
        };
    }

    /** Scaled to what was seen so far; the weights add up to 1. */
    private double[] weighted(double[] losses) {
        double total = goals.stream().mapToDouble(Objective::weight).sum();
        var weighted = new double[losses.length];
        Arrays.setAll(weighted, k -> goals.get(k).weight() / total * ranges[k].scaled(losses[k]));
        return weighted;
    }
}
