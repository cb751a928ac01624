package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.Recommendation;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two figures of the ranked trials against each other: the recommended one stands out, those that miss a limit are hollow. */
final class PreferenceOption {
    private PreferenceOption() {}

    static Map<String, Object> of(Recommendation recommendation, Recommendation.Wish x, Recommendation.Wish y) {
        var trials = recommendation.trials().stream()
                .filter(trial ->
                        trial.values().containsKey(x.name()) && trial.values().containsKey(y.name()))
                .toList();
        var recommended =
                recommendation.missing() == null && !recommendation.trials().isEmpty()
                        ? recommendation.trials().getFirst()
                        : null;
        return object(
                "grid", ChartAxes.grid(),
                "tooltip", object("template", "{t}"),
                "xAxis", ChartAxes.below(x.name(), "value", better(x, "middle")),
                "yAxis", ChartAxes.beside(y.name(), "value", better(y, "end")),
                "series",
                        List.of(object(
                                "id",
                                "trials",
                                "type",
                                "scatter",
                                "data",
                                trials.stream()
                                        .map(trial ->
                                                point(trial, x, y, recommended != null && trial.equals(recommended)))
                                        .toList(),
                                "markLine",
                                limits(x, y))));
    }

    /** The better end is right, or up; names of axes beside stay at the top. */
    private static Map<String, Object> better(Recommendation.Wish wish, String place) {
        boolean down = wish.direction() == Direction.MINIMIZE;
        return object("scale", true, "inverse", down, "nameLocation", down && place.equals("end") ? "start" : place);
    }

    private static Map<String, Object> point(
            Recommendation.Candidate trial, Recommendation.Wish x, Recommendation.Wish y, boolean recommended) {
        var across = trial.values().get(x.name());
        var up = trial.values().get(y.name());
        boolean misses = !trial.missed().isEmpty();
        return object(
                "trial",
                trial.trial().toString(),
                "value",
                list(across, up),
                "note",
                "Trial %d%s\n%s %s\n%s %s"
                        .formatted(
                                trial.number(),
                                recommended ? " (recommended)" : misses ? " (misses a limit)" : "",
                                x.name(),
                                Numbers.metric(across),
                                y.name(),
                                Numbers.metric(up)),
                "symbolSize",
                recommended ? 20 : trial.pareto() ? 12 : 8,
                "symbol",
                recommended ? "diamond" : "circle",
                "z",
                recommended ? 5 : 3,
                "itemStyle",
                style(trial.pareto(), misses, recommended));
    }

    private static Map<String, Object> style(boolean front, boolean misses, boolean recommended) {
        if (recommended) {
            return object("color", "var(--voice-3)", "borderColor", "var(--surface)", "borderWidth", 2);
        }
        return misses
                ? object("color", "var(--surface)", "borderColor", "var(--ink-3)", "borderWidth", 1.2, "opacity", 0.8)
                : object("color", "var(--voice-1)", "opacity", front ? 1 : 0.4);
    }

    private static Map<String, Object> limits(Recommendation.Wish x, Recommendation.Wish y) {
        var lines = new ArrayList<Map<String, Object>>();
        if (x.limit() != null) {
            lines.add(object("xAxis", x.limit()));
        }
        if (y.limit() != null) {
            lines.add(object("yAxis", y.limit()));
        }
        return object(
                "symbol",
                "none",
                "silent",
                true,
                "label",
                object("show", false),
                "lineStyle",
                object("color", "var(--ink-3)", "type", "dashed"),
                "data",
                lines);
    }
}
