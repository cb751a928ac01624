package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.Residuals;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Charts of what a trial gets right and wrong. */
final class DiagnosisOption {
    /** With more classes the counts no longer fit into their cells. */
    private static final int LABELLED = 12;

    private DiagnosisOption() {}

    static Map<String, Object> confusion(ConfusionMatrix matrix) {
        var cells = new ArrayList<Map<String, Object>>();
        int classes = matrix.classes().size();
        for (int truth = 0; truth < classes; truth++) {
            long total =
                    Math.max(1, java.util.Arrays.stream(matrix.counts()[truth]).sum());
            for (int said = 0; said < classes; said++) {
                long count = matrix.counts()[truth][said];
                cells.add(object(
                        "value", list(said, truth, count == 0 ? "" : String.valueOf(count), (double) count / total),
                        "note",
                                "%s taken for %s: %d, %s of the row"
                                        .formatted(
                                                matrix.classes().get(truth),
                                                matrix.classes().get(said),
                                                count,
                                                Numbers.percent((double) count / total))));
            }
        }
        return object(
                "grid", object("left", margin(matrix.classes()) + 24, "right", 12, "top", 12, "bottom", 56),
                "tooltip", object("template", "{t}"),
                "xAxis", axis(matrix.classes(), "said", 36),
                "yAxis", merge(axis(matrix.classes(), "truth", margin(matrix.classes()) + 8), "inverse", true),
                "visualMap", ChartAxes.shades(0, 1, 3, "var(--surface-2)", "var(--heat)"),
                "series",
                        List.of(object(
                                "id",
                                "confusion",
                                "type",
                                "heatmap",
                                "label",
                                object(
                                        "show",
                                        classes <= LABELLED,
                                        "formatter",
                                        "{@[2]}",
                                        "color",
                                        "var(--ink)",
                                        "fontSize",
                                        12),
                                "itemStyle",
                                object("borderColor", "var(--surface)", "borderWidth", 2, "borderRadius", 4),
                                "encode",
                                object("x", 0, "y", 1, "value", 2),
                                "data",
                                cells)));
    }

    /** Room for the longest name, as far as there is any. */
    private static int margin(List<String> names) {
        int longest = names.stream().mapToInt(String::length).max().orElse(1);
        return Math.clamp(8L + 7L * longest, 22, 68);
    }

    static Map<String, Object> scatter(Residuals residuals) {
        var ends = DoubleStream.concat(
                        java.util.Arrays.stream(residuals.truth()), java.util.Arrays.stream(residuals.predicted()))
                .summaryStatistics();
        var points = IntStream.range(0, residuals.truth().length)
                .mapToObj(i -> object(
                        "value", list(residuals.truth()[i], residuals.predicted()[i]),
                        "note",
                                "true %s, predicted %s"
                                        .formatted(
                                                Numbers.metric(residuals.truth()[i]),
                                                Numbers.metric(residuals.predicted()[i]))))
                .toList();
        return object(
                "grid", object("left", 56, "right", 16, "top", 28, "bottom", 42),
                "tooltip", object("template", "{t}"),
                "xAxis", ChartAxes.below("true", "value", object("scale", true)),
                "yAxis", ChartAxes.measured("predicted"),
                "series",
                        List.of(
                                Axes.reference(ends.getMin(), ends.getMin(), ends.getMax(), ends.getMax()),
                                object(
                                        "id",
                                        "rows",
                                        "type",
                                        "scatter",
                                        "symbolSize",
                                        7,
                                        "data",
                                        points,
                                        "itemStyle",
                                        object("color", "var(--voice-1)", "opacity", 0.5))));
    }

    static Map<String, Object> errors(Residuals residuals) {
        var middles = IntStream.range(0, residuals.counts().length)
                .mapToObj(i -> Numbers.metric((residuals.edges()[i] + residuals.edges()[i + 1]) / 2))
                .toList();
        return object(
                "grid", object("left", 56, "right", 16, "top", 28, "bottom", 42),
                "tooltip", object("trigger", "item"),
                "xAxis", merge(axis(middles, "predicted − true", 26), "axisLabel", object("interval", 4)),
                "yAxis", ChartAxes.beside("rows", "value", object()),
                "series",
                        List.of(object(
                                "id",
                                "errors",
                                "type",
                                "bar",
                                "barCategoryGap",
                                "8%",
                                "data",
                                java.util.Arrays.stream(residuals.counts())
                                        .boxed()
                                        .toList(),
                                "itemStyle",
                                object("color", "var(--voice-1)", "borderRadius", list(3, 3, 0, 0)))));
    }

    private static Map<String, Object> axis(List<String> names, String name, int gap) {
        return object(
                "type",
                "category",
                "data",
                names,
                "name",
                name,
                "nameLocation",
                "middle",
                "nameGap",
                gap,
                "axisLine",
                object("show", false),
                "axisLabel",
                object("width", 68, "overflow", "truncate"));
    }

    private static Map<String, Object> merge(Map<String, Object> axis, String key, Object value) {
        axis.put(key, value);
        return axis;
    }
}
