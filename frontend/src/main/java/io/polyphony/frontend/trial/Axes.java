package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.frontend.component.ChartAxes;
import java.util.List;
import java.util.Map;

/** Parts that the charts of a diagnosis have in common. */
final class Axes {
    private Axes() {}

    /** The lower axis of shares, 0 to 1. */
    static Map<String, Object> lower(String name) {
        return ChartAxes.below(
                name, "value", object("min", 0, "max", 1, "axisPointer", object("label", object("precision", 3))));
    }

    /** The left axis of shares, 0 to 1. */
    static Map<String, Object> left(String name) {
        return ChartAxes.beside(name, "value", object("min", 0, "max", 1));
    }

    /** Room for a legend of so many lines above. */
    static Map<String, Object> grid(int lines) {
        return object("left", 44, "right", 18, "top", lines > 1 ? 62 : 30, "bottom", 44);
    }

    static Map<String, Object> legend(List<String> names) {
        return object("data", names, "type", "scroll", "top", 0, "left", 0, "itemWidth", 18, "itemHeight", 8);
    }

    /** A thin dashed line from one point to another, to compare with; nothing to click. */
    static Map<String, Object> reference(double x1, double y1, double x2, double y2) {
        return object(
                "id",
                "reference",
                "type",
                "line",
                "silent",
                true,
                "symbol",
                "none",
                "data",
                list(list(x1, y1), list(x2, y2)),
                "lineStyle",
                object("color", "var(--ink-3)", "type", "dashed", "width", 1.2),
                "tooltip",
                object("show", false));
    }
}
