package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.finite;
import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.engine.evaluation.StepErrors;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A forecast's error by step ahead, beside that of repeating the past. */
final class StepOption {
    private StepOption() {}

    static Map<String, Object> of(StepErrors steps) {
        return object(
                "grid", object("left", 56, "right", 16, "top", 48, "bottom", 42),
                "legend", object("top", 0, "left", 0, "itemWidth", 18, "itemHeight", 8),
                "tooltip", object("trigger", "axis"),
                "xAxis",
                        object(
                                "type",
                                "value",
                                "name",
                                "steps ahead",
                                "nameLocation",
                                "middle",
                                "nameGap",
                                26,
                                "minInterval",
                                1,
                                "min",
                                1,
                                "max",
                                "dataMax"),
                "yAxis", object("type", "value", "name", "MSE", "nameGap", 12),
                "series",
                        List.of(
                                line("the trial", "var(--voice-1)", "solid", steps.mse()),
                                line("repeating the past", "var(--ink-3)", "dashed", steps.naive())));
    }

    private static Map<String, Object> line(String name, String color, String dash, double[] values) {
        return object(
                "id",
                name,
                "name",
                name,
                "type",
                "line",
                "showSymbol",
                values.length < 2,
                "lineStyle",
                object("width", 2, "type", dash, "color", color),
                "itemStyle",
                object("color", color),
                "data",
                IntStream.range(0, values.length)
                        .mapToObj(step -> list(step + 1, finite(values[step])))
                        .toList());
    }
}
