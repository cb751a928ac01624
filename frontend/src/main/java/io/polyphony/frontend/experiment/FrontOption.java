package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

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

    private static Map<String, Object> axis(String name, Map<String, Object> more) {
        var axis = object("type", "value", "name", name);
        axis.putAll(more);
        return axis;
    }
}
