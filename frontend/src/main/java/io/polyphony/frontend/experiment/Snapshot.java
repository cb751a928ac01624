package io.polyphony.frontend.experiment;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.comparison.Comparison;
import io.polyphony.backend.comparison.ComparisonService;
import io.polyphony.backend.comparison.Insight;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.Gradients;
import io.polyphony.backend.metrics.MetricService;
import io.polyphony.backend.security.Actor;
import io.polyphony.hpo.analysis.ImportanceMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Everything that the experiment's page shows, read at one time.
 *
 * @param curves by task: the validation metric of every trial over its epochs
 * @param gradients how the tasks' gradients lay to each other
 * @param insight with the importance of choices measured by the method that was asked for
 */
record Snapshot(Comparison comparison, Map<String, List<Curve>> curves, Gradients gradients, Insight insight) {
    private static final int POINTS = 60;

    static Snapshot load(
            Actor actor,
            ExperimentId id,
            ComparisonService comparisons,
            MetricService metrics,
            ImportanceMethod method) {
        var comparison = comparisons.whole(actor, id);
        var curves = new LinkedHashMap<String, List<Curve>>();
        for (var task : comparison.experiment().tasks()) {
            curves.put(task.name(), metrics.curves(actor, id, task.name(), "validation", task.metric(), POINTS));
        }
        return new Snapshot(comparison, curves, metrics.gradients(actor, id), comparisons.insight(actor, id, method));
    }

    ExperimentView experiment() {
        return comparison.experiment();
    }

    List<ExperimentTask> tasks() {
        return experiment().tasks();
    }

    List<TrialRow> rows() {
        return comparison.rows();
    }

    /** Rows that take part in the search: neither referees nor imported ones. */
    List<TrialRow> ranked() {
        return rows().stream().filter(Standings::ranked).toList();
    }

    /** Names of every parameter that any trial has, without fusion and loss weighting, which have columns of their own. */
    TreeSet<String> knobs() {
        var knobs = new TreeSet<String>();
        rows().forEach(row -> knobs.addAll(row.trial().assignment().keySet()));
        knobs.remove("fusion");
        knobs.remove("loss_weighting");
        return knobs;
    }

    /** Whether at least two trials differ in this parameter. */
    boolean differs(String knob) {
        return rows().stream()
                        .map(row -> String.valueOf(row.trial().assignment().get(knob)))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }
}
