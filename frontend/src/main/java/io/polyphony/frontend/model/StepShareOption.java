package io.polyphony.frontend.model;

import static io.polyphony.frontend.component.Json.finite;
import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.frontend.component.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A series with each step coloured by what it adds to the answer. */
final class StepShareOption {
    private StepShareOption() {}

    /** @param values standardised, oldest first */
    static Map<String, Object> of(float[] values, float[] shares) {
        double reach = IntStream.range(0, shares.length)
                .mapToDouble(i -> Math.abs(shares[i]))
                .max()
                .orElse(0);
        return object(
                "grid",
                object("left", 44, "right", 18, "top", 16, "bottom", 44),
                "tooltip",
                object("template", "{t}"),
                "xAxis",
                object(
                        "type",
                        "value",
                        "name",
                        "steps back",
                        "nameLocation",
                        "middle",
                        "nameGap",
                        26,
                        "min",
                        0,
                        "max",
                        "dataMax",
                        "inverse",
                        true,
                        "minInterval",
                        1),
                "yAxis",
                object("type", "value", "scale", true),
                "visualMap",
                object(
                        "show",
                        false,
                        "seriesIndex",
                        1,
                        "dimension",
                        2,
                        "min",
                        -Math.max(reach, 1e-12),
                        "max",
                        Math.max(reach, 1e-12),
                        "inRange",
                        object("color", List.of("var(--lowers)", "var(--surface-2)", "var(--raises)"))),
                "series",
                List.of(line(values), points(values, shares)));
    }

    private static Map<String, Object> line(float[] values) {
        return object(
                "id",
                "values",
                "type",
                "line",
                "silent",
                true,
                "symbol",
                "none",
                "lineStyle",
                object("color", "var(--ink-3)", "width", 1.2),
                "data",
                IntStream.range(0, values.length)
                        .mapToObj(i -> list(values.length - 1 - i, finite((double) values[i])))
                        .toList());
    }

    private static Map<String, Object> points(float[] values, float[] shares) {
        return object(
                "id",
                "shares",
                "type",
                "scatter",
                "symbolSize",
                9,
                "itemStyle",
                object("borderColor", "var(--line)", "borderWidth", 1),
                "data",
                IntStream.range(0, values.length)
                        .mapToObj(i -> object(
                                "value",
                                list(values.length - 1 - i, finite((double) values[i]), shares[i]),
                                "note",
                                "%d steps back\nvalue %s, adds %s"
                                        .formatted(
                                                values.length - 1 - i,
                                                Numbers.metric((double) values[i]),
                                                Numbers.signed(shares[i]))))
                        .toList());
    }
}
