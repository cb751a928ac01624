package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.Slice;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Chosen;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.hpo.analysis.Slices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One objective over one parameter: a point per trial, the later the deeper. */
final class SliceOption {
    private static final double PALEST = 0.25;
    /** So many words have room beside each other. */
    private static final int UPRIGHT = 4;

    private SliceOption() {}

    static Map<String, Object> of(Slice slice, Map<Integer, String> trials) {
        var values = slice.points().stream().map(Slices.Point::value).toList();
        var type = ChartAxes.type(values);
        boolean many = type.equals("category") && words(values).size() > UPRIGHT;
        var points = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < slice.points().size(); i++) {
            points.add(point(
                    slice.points().get(i),
                    type,
                    trials,
                    (i + 1.0) / slice.points().size()));
        }
        return object(
                "grid", many ? object("left", 58, "right", 18, "top", 28, "bottom", 96) : ChartAxes.grid(),
                "tooltip", object("template", "{t}"),
                "xAxis",
                        ChartAxes.below(
                                Chosen.title(slice.parameter()),
                                type,
                                type.equals("category") ? named(values, many) : object("scale", true)),
                "yAxis", ChartAxes.beside(slice.objective(), "value", object("scale", true)),
                "series", List.of(object("id", "trials", "type", "scatter", "symbolSize", 10, "data", points)));
    }

    /** Every word is told: where they are many, aslant. */
    private static Map<String, Object> named(List<Object> values, boolean many) {
        var label = object("interval", 0, "hideOverlap", false);
        if (many) {
            label.put("rotate", 40);
        }
        return object("data", words(values), "axisLabel", label, "nameGap", many ? 78 : 26);
    }

    private static Map<String, Object> point(
            Slices.Point point, String type, Map<Integer, String> trials, double lateness) {
        return object(
                "trial", trials.get(point.trial()),
                "value", list(type.equals("category") ? ChartAxes.word(point.value()) : point.value(), point.goal()),
                "note",
                        "Trial %d\n%s: %s"
                                .formatted(point.trial(), ChartAxes.word(point.value()), Numbers.metric(point.goal())),
                "itemStyle",
                        object(
                                "color",
                                "var(--voice-1)",
                                "opacity",
                                PALEST + (1 - PALEST) * lateness,
                                "borderColor",
                                "var(--surface)",
                                "borderWidth",
                                1));
    }

    private static List<String> words(List<Object> values) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(
                                (Object value) -> value instanceof Number number ? number.doubleValue() : 0)
                        .thenComparing(ChartAxes::word))
                .map(ChartAxes::word)
                .distinct()
                .toList();
    }

    /** The chart in words. */
    static String told(Slice slice) {
        Comparator<Slices.Point> better = Comparator.comparingDouble(Slices.Point::goal);
        var best = slice.points().stream()
                .min(
                        switch (slice.direction()) {
                            case MINIMIZE -> better;
                            case MAXIMIZE -> better.reversed();
                        });
        return best.map(point -> "%s over %s in %d trials; the best, %s, has %s."
                        .formatted(
                                slice.objective(),
                                Chosen.title(slice.parameter()),
                                slice.points().size(),
                                Numbers.metric(point.goal()),
                                ChartAxes.word(point.value())))
                .orElse("No completed trial has chosen %s.".formatted(Chosen.title(slice.parameter())));
    }
}
