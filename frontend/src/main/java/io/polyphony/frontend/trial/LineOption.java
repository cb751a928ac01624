package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.finite;
import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.metrics.Curve;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some curves over epochs in one chart. */
final class LineOption {
    /** @param dash solid, dashed or dotted */
    record Line(String name, String color, String dash, Curve curve) {}

    private LineOption() {}

    static Map<String, Object> of(String value, List<Line> lines) {
        boolean legend = lines.size() > 1;
        return object(
                "grid", object("left", 56, "right", 16, "top", legend ? 48 : 28, "bottom", 36),
                "legend",
                        legend
                                ? object(
                                        "data",
                                        legend(lines),
                                        "type",
                                        "scroll",
                                        "top",
                                        0,
                                        "left",
                                        0,
                                        "itemWidth",
                                        18,
                                        "itemHeight",
                                        8)
                                : null,
                "tooltip", object("trigger", "axis"),
                "xAxis",
                        ChartAxes.below(
                                "epoch", "value", object("nameGap", 22, "minInterval", 1, "min", 1, "max", "dataMax")),
                "yAxis", ChartAxes.measured(value),
                "series", lines.stream().map(LineOption::series).toList());
    }

    /** The same in words: where each line begins and where it ends. */
    static String told(List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.curve().points().isEmpty())
                .map(line -> {
                    var first = line.curve().points().getFirst();
                    var last = line.curve().points().getLast();
                    return "%s from %s at epoch %d to %s at epoch %d"
                            .formatted(
                                    line.name(),
                                    Numbers.metric(first.value()),
                                    first.step(),
                                    Numbers.metric(last.value()),
                                    last.step());
                })
                .collect(Collectors.joining(", "));
    }

    /** Solid lines only; what a dash means is told beside the chart. */
    private static List<String> legend(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.dash().equals("solid"))
                .map(Line::name)
                .toList();
    }

    private static Map<String, Object> series(Line line) {
        return object(
                "id", line.name(),
                "name", line.name(),
                "type", "line",
                "showSymbol", line.curve().points().size() < 2,
                "lineStyle", object("width", 2, "type", line.dash(), "color", line.color()),
                "itemStyle", object("color", line.color()),
                "data",
                        line.curve().points().stream()
                                .map(point -> list(point.step(), finite(point.value())))
                                .toList());
    }
}
