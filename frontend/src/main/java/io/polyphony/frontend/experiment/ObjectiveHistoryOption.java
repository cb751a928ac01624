package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.Insight;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import java.util.List;
import java.util.Map;

/** One objective in every completed trial, with the best so far. */
final class ObjectiveHistoryOption {
    private ObjectiveHistoryOption() {}

    static Map<String, Object> of(Insight.TaskInsight objective, Map<Integer, String> trials) {
        var points = objective.history().stream()
                .map(step -> object(
                        "trial", trials.get(step.number()),
                        "value", list(step.number(), step.value()),
                        "note", "Trial %d\n%s".formatted(step.number(), Numbers.metric(step.value()))))
                .toList();
        var best = objective.history().stream()
                .map(step -> list(step.number(), step.best()))
                .toList();
        return object(
                "grid", ChartAxes.grid(),
                "tooltip", object("template", "{t}"),
                "xAxis", ChartAxes.trials(),
                "yAxis", ChartAxes.beside(objective.task(), "value", object("scale", true)),
                "series",
                        List.of(
                                ChartAxes.steps("best", best),
                                object(
                                        "id",
                                        "trials",
                                        "type",
                                        "scatter",
                                        "symbolSize",
                                        8,
                                        "data",
                                        points,
                                        "z",
                                        3,
                                        "itemStyle",
                                        object("color", "var(--voice-4)", "opacity", 0.75))));
    }

    /** The chart in words. */
    static String told(Insight.TaskInsight objective) {
        var history = objective.history();
        return history.isEmpty()
                ? "No trial has completed with a value of %s.".formatted(objective.task())
                : "%s in %d completed trials: from %s in the first to %s as the best."
                        .formatted(
                                objective.task(),
                                history.size(),
                                Numbers.metric(history.getFirst().value()),
                                Numbers.metric(history.getLast().best()));
    }
}
