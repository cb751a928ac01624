package io.polyphony.hpo.analysis;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the best grew from trial to trial. */
public final class OptimizationHistory {

    private OptimizationHistory() {}

    /**
     * After a trial.
     *
     * @param number the trial's number
     * @param value  the best so far in the objective's own unit, or the hypervolume so far
     */
    public record Point(int number, double value) {}

    /** The best value of one objective after each completed trial, in the order of the trials' numbers; diverged trials are left out. */
    public static List<Point> best(List<Objective> objectives, int objective, List<Trial> trials) {
        var points = new ArrayList<Point>();
        Objective goal = objectives.get(objective);
        for (Trial trial : completed(trials)) {
            double value = trial.values().get(objective);
            if (!Double.isFinite(value)) {
                continue;
            }
            boolean better = points.isEmpty()
                    || goal.loss(value) < goal.loss(points.getLast().value());
            points.add(
                    new Point(trial.number(), better ? value : points.getLast().value()));
        }
        return points;
    }

    /**
     * The hypervolume of the front after each completed trial, in the order of the trials' numbers.
     *
     * @param reference one value per objective in the objectives' own units
     */
    public static List<Point> hypervolume(List<Objective> objectives, List<Trial> trials, List<Double> reference) {
        var points = new ArrayList<Point>();
        var front = new ParetoFront(objectives);
        double volume = 0;
        for (Trial trial : completed(trials)) {
            volume += Hypervolume.gain(objectives, trial, front.trials(), reference);
            points.add(new Point(trial.number(), volume));
            front.add(trial);
        }
        return points;
    }

    private static List<Trial> completed(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> !trial.values().isEmpty())
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
    }
}
