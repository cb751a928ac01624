package io.polyphony.frontend.trial;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.frontend.component.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the gradients of each two tasks lay to each other, epoch by epoch. */
final class GradientOption {
    private GradientOption() {}

    /** The curves of cosines, each two tasks once. */
    static List<Curve> pairs(List<Curve> curves) {
        return curves.stream()
                .filter(curve -> curve.name().startsWith(MetricPoint.GRADIENT_COSINE)
                        && curve.task().compareTo(other(curve)) < 0)
                .toList();
    }

    private static String other(Curve curve) {
        return curve.name().substring(MetricPoint.GRADIENT_COSINE.length());
    }

    static Map<String, Object> of(List<Curve> pairs) {
        var epochs = pairs.stream()
                .flatMap(pair -> pair.points().stream())
                .map(Curve.Point::step)
                .distinct()
                .sorted()
                .toList();
        var cells = new ArrayList<Map<String, Object>>();
        for (int y = 0; y < pairs.size(); y++) {
            for (var point : pairs.get(y).points()) {
                cells.add(object(
                        "value", list(epochs.indexOf(point.step()), y, point.value()),
                        "note",
                                "%s, epoch %d: cosine %s"
                                        .formatted(name(pairs.get(y)), point.step(), Numbers.metric(point.value()))));
            }
        }
        return object(
                "grid", object("left", 12, "right", 16, "top", 8, "bottom", 64, "containLabel", true),
                "tooltip", object("template", "{t}"),
                "xAxis",
                        object(
                                "type",
                                "category",
                                "data",
                                epochs,
                                "name",
                                "epoch",
                                "nameLocation",
                                "middle",
                                "nameGap",
                                24),
                "yAxis",
                        object(
                                "type",
                                "category",
                                "data",
                                pairs.stream().map(GradientOption::name).toList(),
                                "inverse",
                                true),
                "visualMap",
                        object(
                                "min",
                                -1,
                                "max",
                                1,
                                "dimension",
                                2,
                                "orient",
                                "horizontal",
                                "left",
                                "center",
                                "bottom",
                                0,
                                "itemHeight",
                                90,
                                "itemWidth",
                                10,
                                "text",
                                list("together", "apart"),
                                "inRange",
                                object("color", List.of("var(--bad)", "var(--surface-2)", "var(--heat)"))),
                "series",
                        List.of(object(
                                "id",
                                "gradients",
                                "type",
                                "heatmap",
                                "encode",
                                object("x", 0, "y", 1, "value", 2),
                                "data",
                                cells)));
    }

    private static String name(Curve pair) {
        return pair.task() + " and " + other(pair);
    }
}
