package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.Insight;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rank correlations of the objectives as a square of colours: one hue for allies, another for rivals. */
final class CorrelationOption {
    private CorrelationOption() {}

    static Map<String, Object> of(Insight.Correlations correlations) {
        var names = correlations.names();
        var cells = new ArrayList<Map<String, Object>>();
        for (int y = 0; y < correlations.rows().size(); y++) {
            for (int x = 0; x < names.size(); x++) {
                var figure = correlations.rows().get(y).get(x);
                if (figure != null) {
                    cells.add(object(
                            "value", list(x, y, figure, String.format(Locale.ROOT, "%.2f", figure)),
                            "note", "%s and %s: %s".formatted(names.get(y), names.get(x), Numbers.metric(figure))));
                }
            }
        }
        return object(
                "grid", object("left", 112, "right", 12, "top", 12, "bottom", 44),
                "tooltip", object("template", "{t}"),
                "xAxis", axis(names, object("interval", 0, "hideOverlap", false, "width", 90, "overflow", "truncate")),
                "yAxis", axis(names, object("width", 100, "overflow", "truncate")),
                "visualMap", ChartAxes.shades(-1, 1, 2, "var(--voice-2)", "var(--surface-2)", "var(--heat)"),
                "series",
                        List.of(object(
                                "id",
                                "correlations",
                                "type",
                                "heatmap",
                                "label",
                                object("show", true, "formatter", "{@[3]}", "color", "var(--ink)", "fontSize", 12),
                                "itemStyle",
                                object("borderColor", "var(--surface)", "borderWidth", 3, "borderRadius", 6),
                                "data",
                                cells)));
    }

    private static Map<String, Object> axis(List<String> names, Map<String, Object> label) {
        return object("type", "category", "data", names, "axisLabel", label, "splitArea", object("show", false));
    }

    /** The chart in words: each pair once. */
    static String told(Insight.Correlations correlations) {
        var pairs = new ArrayList<String>();
        for (int y = 0; y < correlations.rows().size(); y++) {
            for (int x = 0; x < y; x++) {
                pairs.add("%s and %s %s"
                        .formatted(
                                correlations.names().get(x),
                                correlations.names().get(y),
                                Numbers.metric(correlations.rows().get(y).get(x))));
            }
        }
        return "Rank correlations: " + String.join(", ", pairs) + ".";
    }
}
