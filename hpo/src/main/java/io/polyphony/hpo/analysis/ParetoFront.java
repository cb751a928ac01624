package io.polyphony.hpo.analysis;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The completed trials that no other dominates, kept up to date as trials complete. A trial dominates another if it is at no objective worse
 * and at one better; trials with equal values are all kept, those with a NaN or infinite value, or beyond an objective's limit, never.
 * Adding costs O(1) and reading O(n log n) in the n members and additions since the last reading (up to three objectives; beyond, O(n x members)).
 */
public final class ParetoFront {

    private final List<Objective> objectives;
    private List<Trial> members = new ArrayList<>();
    private boolean tidy = true;

    public ParetoFront(List<Objective> objectives) {
        this.objectives = List.copyOf(objectives);
    }

    /** The front of these trials, in the order of their numbers. */
    public static List<Trial> of(List<Objective> objectives, List<Trial> trials) {
        var front = new ParetoFront(objectives);
        trials.forEach(front::add);
        return front.trials();
    }

    /** Takes a trial into account; one that has not completed, or diverged, changes nothing. */
    public void add(Trial trial) {
        double[] losses = losses(trial);
        boolean within = Objective.violation(objectives, trial.values()) == 0;
        if (losses.length > 0 && within && Arrays.stream(losses).allMatch(Double::isFinite)) {
            members.add(trial);
            tidy = false;
        }
    }

    /** The front, in the order of the trials' numbers. */
    public List<Trial> trials() {
        if (!tidy) {
            double[][] losses = members.stream().map(this::losses).toArray(double[][]::new);
            List<Trial> all = members;
            members = new ArrayList<>(Arrays.stream(Dominance.front(losses))
                    .mapToObj(all::get)
                    .sorted(Comparator.comparingInt(Trial::number))
                    .toList());
            tidy = true;
        }
        return List.copyOf(members);
    }

    private double[] losses(Trial trial) {
        return Objective.losses(objectives, trial.values());
    }
}
