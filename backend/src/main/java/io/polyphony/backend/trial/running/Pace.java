package io.polyphony.backend.trial.running;

import io.polyphony.backend.experiment.ExperimentPlan;
import io.polyphony.hpo.pruner.Course;
import io.polyphony.hpo.trial.Report;
import java.util.List;

/**
 * Makes short and long trainings comparable. Each follows its own schedule, at whose end it is best; so a pruner compares
 * them after the same share of their epochs, not after the same number.
 *
 * @param longest most epochs of a training of the experiment
 * @param folds how many trainings a trial is; they are compared by the first
 */
record Pace(int longest, int folds) {
    /** Nothing is pruned in the first tenth of its epochs: the learning rate still rises, and the order says little. */
    private static final int WARM_UP_SHARE = 10;

    static Pace of(ExperimentPlan plan) {
        return new Pace(plan.search().epochs(), plan.split().folds());
    }

    /** How a pruner sees the experiment's trainings: what it is told is scaled to the longest. */
    Course course() {
        return new Course(Math.ceilDiv(longest, WARM_UP_SHARE), longest);
    }

    /** Whether a training has come far enough to be judged. */
    boolean judged(List<Report> scaled) {
        return !scaled.isEmpty() && scaled.getLast().step() >= course().first();
    }

    /** Epochs of one of a trial's trainings. */
    int each(int epochs) {
        return epochs / folds;
    }

    /**
     * The report as if the trial were as long as the longest; nothing changes for one that is, or whose length is unknown.
     *
     * @param epochs of the trial, all its folds together
     */
    Report scaled(Report report, int epochs) {
        int own = each(epochs);
        return own <= 0 || own >= longest
                ? report
                : new Report((int) Math.round((double) report.step() * longest / own), report.values());
    }

    List<Report> scaled(List<Report> reports, int epochs) {
        return reports.stream().map(report -> scaled(report, epochs)).toList();
    }
}
