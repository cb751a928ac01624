package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.frontend.component.Numbers;
import io.polyphony.hpo.analysis.OptimizationHistory;
import java.util.List;
import java.util.Map;

/** The share of the final hypervolume after each trial. */
final class FrontOption {
    private FrontOption() {}

    static Map<String, Object> of(List<OptimizationHistory.Point> points) {
        var data = points.stream()
                .map(point -> list(point.number(), point.value()))
                .toList();
        return object(
                "grid", object("left", 52, "right", 16, "top", 28, "bottom", 42),
                "xAxis", axis("trial", object("nameLocation", "middle", "nameGap", 26, "min", "dataMin")),
                "yAxis", axis("covered", object("min", 0, "max", 1)),
                "series",
                        List.of(object(
                                "id",
                                "covered",
                                "type",
                                "line",
                                "step",
                                "end",
                                "symbol",
                                "none",
                                "data",
                                data,
                                "lineStyle",
                                object("color", "var(--accent)", "width", 2))));
    }

    /** The chart in words. */
    static String told(List<OptimizationHistory.Point> points) {
        return points.isEmpty()
                ? "There is no front to follow: it takes two completed trials that keep to all limits, and two to six objectives."
                : "Of what is covered today after trial %d, %s were covered halfway."
                        .formatted(
                                points.getLast().number(),
                                Numbers.percent(points.get(points.size() / 2).value()));
    }

    private static Map<String, Object> axis(String name, Map<String, Object> more) {
        var axis = object("type", "value", "name", name);
        axis.putAll(more);
        return axis;
    }
}
