package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.Insight;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.hpo.analysis.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The empirical distribution function of one objective: which share of the trials has at most that value. */
final class DistributionOption {
    private DistributionOption() {}

    static Map<String, Object> of(Insight.TaskInsight objective) {
        var points = new ArrayList<List<?>>();
        if (!objective.distribution().isEmpty()) {
            points.add(list(objective.distribution().getFirst().value(), 0));
        }
        objective.distribution().forEach(step -> points.add(list(step.value(), step.share())));
        return object(
                "grid", ChartAxes.grid(),
                "xAxis", ChartAxes.below(objective.task(), "value", object("scale", true)),
                "yAxis", ChartAxes.beside("share of trials", "value", object("min", 0, "max", 1)),
                "series", List.of(ChartAxes.steps("share", points)));
    }

    /** The chart in words. */
    static String told(Insight.TaskInsight objective) {
        var steps = objective.distribution();
        if (steps.isEmpty()) {
            return "No trial has completed with a value of %s.".formatted(objective.task());
        }
        return "Half of the completed trials have a value of %s of at most %s; the values reach from %s to %s."
                .formatted(
                        objective.task(),
                        Numbers.metric(median(steps)),
                        Numbers.metric(steps.getFirst().value()),
                        Numbers.metric(steps.getLast().value()));
    }

    private static double median(List<Distribution.Step> steps) {
        return steps.stream()
                .filter(step -> step.share() >= 0.5)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
