package io.polyphony.backend.trial.running;

import io.polyphony.hpo.trial.Report;
import java.util.List;

/**
 * Makes short and long trainings comparable. Each follows its own schedule, at whose end it is best; so a pruner compares
 * them after the same share of their epochs, not after the same number.
 *
 * @param longest most epochs of a trial of the experiment
 */
record Pace(int longest) {
    /** The report as if the trial were as long as the longest; nothing changes for one that is, or whose length is unknown. */
    Report scaled(Report report, int epochs) {
        return epochs <= 0 || epochs >= longest
                ? report
                : new Report((int) Math.round((double) report.step() * longest / epochs), report.values());
    }

    List<Report> scaled(List<Report> reports, int epochs) {
        return reports.stream().map(report -> scaled(report, epochs)).toList();
    }
}
