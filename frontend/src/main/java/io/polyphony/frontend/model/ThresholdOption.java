package io.polyphony.frontend.model;

import static io.polyphony.frontend.component.Json.finite;
import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.engine.evaluation.OperatingCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Precision, recall and F1 by threshold, with the one in force and the one that is thought of. */
final class ThresholdOption {
    private ThresholdOption() {}

    private interface Figure {
        double of(Operating point);
    }

    static Map<String, Object> of(OperatingCurve curve, double inForce, double wanted) {
        var series = new ArrayList<Map<String, Object>>();
        series.add(line("precision", "var(--voice-4)", "solid", curve, Operating::precision));
        series.add(line("recall", "var(--voice-2)", "solid", curve, Operating::recall));
        series.add(line("F1", "var(--voice-1)", "dashed", curve, Operating::f1));
        series.add(mark(inForce, inForce == wanted ? null : wanted));
        return object(
                "grid",
                object("left", 44, "right", 18, "top", 44, "bottom", 44),
                "legend",
                object(
                        "data",
                        List.of("precision", "recall", "F1"),
                        "top",
                        0,
                        "left",
                        0,
                        "itemWidth",
                        18,
                        "itemHeight",
                        8),
                "tooltip",
                object("trigger", "axis"),
                "xAxis",
                object(
                        "type",
                        "value",
                        "min",
                        0,
                        "max",
                        1,
                        "name",
                        "threshold",
                        "nameLocation",
                        "middle",
                        "nameGap",
                        26,
                        "axisPointer",
                        object("label", object("precision", 3))),
                "yAxis",
                object("type", "value", "min", 0, "max", 1),
                "series",
                series);
    }

    /** Thresholds descend; from one down to just above the next nothing changes. */
    private static Map<String, Object> line(
            String name, String color, String dash, OperatingCurve curve, Figure figure) {
        var points = new ArrayList<Object>();
        for (int i = curve.thresholds().length - 1; i > 0; i--) {
            points.add(list(curve.thresholds()[i], finite(figure.of(Operating.at(curve, i)))));
        }
        return object(
                "id",
                name,
                "name",
                name,
                "type",
                "line",
                "step",
                "start",
                "showSymbol",
                false,
                "data",
                points,
                "lineStyle",
                object("width", 2, "type", dash, "color", color),
                "itemStyle",
                object("color", color));
    }

    private static Map<String, Object> mark(double inForce, @Nullable Double wanted) {
        var lines = new ArrayList<Map<String, Object>>();
        lines.add(upright(inForce, "in force", "var(--ink)", "solid"));
        if (wanted != null) {
            lines.add(upright(wanted, "new", "var(--accent)", "dashed"));
        }
        return object(
                "id",
                "marks",
                "type",
                "line",
                "data",
                List.of(),
                "markLine",
                object("symbol", "none", "silent", true, "animation", false, "data", lines));
    }

    private static Map<String, Object> upright(double at, String label, String color, String dash) {
        return object(
                "xAxis",
                at,
                "lineStyle",
                object("color", color, "width", 1.5, "type", dash),
                "label",
                object("formatter", label, "color", color, "fontSize", 11, "position", "end", "distance", 4));
    }
}
