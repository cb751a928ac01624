package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.finite;
import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What every threshold would do, as ROC and as precision-recall curves; a point marks the threshold in force, a diamond one that is thought of. */
final class CurvesOption {
    private CurvesOption() {}

    private interface Axis {
        double[] of(OperatingCurve curve);
    }

    private record Marks(Map<String, Double> inForce, Map<String, Double> wanted) {
        void add(List<Map<String, Object>> series, OperatingCurve curve, int place, Axis x, Axis y) {
            var now = inForce.get(curve.name());
            var then = wanted.get(curve.name());
            if (now != null) {
                series.add(point("point " + place, "In force", "circle", curve, place, now, x, y));
            }
            if (then != null && !then.equals(now)) {
                series.add(point("thought " + place, "New", "diamond", curve, place, then, x, y));
            }
        }
    }

    static Map<String, Object> roc(
            List<OperatingCurve> curves, Map<String, Double> inForce, Map<String, Double> wanted) {
        return option(
                curves,
                new Marks(inForce, wanted),
                Axes.reference(0, 0, 1, 1),
                Axes.lower("false positive rate"),
                Axes.left("recall"),
                OperatingCurve::falsePositiveRate,
                OperatingCurve::recall);
    }

    /** The dashed line is what chance would reach, where one class is asked for. */
    static Map<String, Object> precisionRecall(
            List<OperatingCurve> curves, Map<String, Double> inForce, Map<String, Double> wanted) {
        var first = curves.getFirst();
        double share = (double) first.positives() / Math.max(1, first.positives() + first.negatives());
        return option(
                curves,
                new Marks(inForce, wanted),
                curves.size() == 1 ? Axes.reference(0, share, 1, share) : Axes.reference(0, 0, 0, 0),
                Axes.lower("recall"),
                Axes.left("precision"),
                OperatingCurve::recall,
                OperatingCurve::precision);
    }

    private static Map<String, Object> option(
            List<OperatingCurve> curves,
            Marks marks,
            Map<String, Object> reference,
            Map<String, Object> lower,
            Map<String, Object> left,
            Axis x,
            Axis y) {
        var series = new ArrayList<Map<String, Object>>(List.of(reference));
        for (int i = 0; i < curves.size(); i++) {
            series.add(line(curves.get(i), i, x, y));
            marks.add(series, curves.get(i), i, x, y);
        }
        return object(
                "grid",
                Axes.grid(curves.size()),
                "legend",
                curves.size() > 1
                        ? Axes.legend(curves.stream().map(OperatingCurve::name).toList())
                        : null,
                "tooltip",
                object("template", "{t}"),
                "xAxis",
                lower,
                "yAxis",
                left,
                "series",
                series);
    }

    private static Map<String, Object> line(OperatingCurve curve, int place, Axis x, Axis y) {
        return object(
                "id",
                "curve " + place,
                "name",
                curve.name(),
                "type",
                "line",
                "showSymbol",
                true,
                "symbol",
                "circle",
                "symbolSize",
                5,
                "itemStyle",
                object("color", Palette.task(place), "opacity", 0),
                "emphasis",
                object("itemStyle", object("opacity", 1)),
                "lineStyle",
                object("width", 2, "color", Palette.task(place), "opacity", 1),
                "data",
                IntStream.range(0, curve.thresholds().length)
                        .mapToObj(i -> object(
                                "value", list(finite(x.of(curve)[i]), finite(y.of(curve)[i])), "note", note(curve, i)))
                        .toList());
    }

    private static Map<String, Object> point(
            String id, String says, String symbol, OperatingCurve curve, int place, double threshold, Axis x, Axis y) {
        int at = at(curve, threshold);
        return object(
                "id",
                id,
                "name",
                curve.name(),
                "type",
                "scatter",
                "symbol",
                symbol,
                "symbolSize",
                symbol.equals("circle") ? 12 : 15,
                "z",
                5,
                "itemStyle",
                object("color", Palette.task(place), "borderColor", "var(--surface)", "borderWidth", 2),
                "data",
                List.of(object(
                        "value",
                        list(x.of(curve)[at], y.of(curve)[at]),
                        "note",
                        "%s, %s".formatted(says, note(curve, threshold, at)))));
    }

    /** Where on the curve a threshold lies: thresholds descend. */
    static int at(OperatingCurve curve, double threshold) {
        int at = 0;
        while (at + 1 < curve.thresholds().length && curve.thresholds()[at + 1] >= threshold) {
            at++;
        }
        return at;
    }

    private static String note(OperatingCurve curve, int at) {
        return note(curve, Math.min(1, curve.thresholds()[at]), at);
    }

    private static String note(OperatingCurve curve, double threshold, int at) {
        return "%s from %s on\nrecall %s, precision %s, false positives %s"
                .formatted(
                        curve.name(),
                        Numbers.metric(threshold),
                        Numbers.percent(curve.recall()[at]),
                        Numbers.percent(curve.precision()[at]),
                        Numbers.percent(curve.falsePositiveRate()[at]));
    }
}
