package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.finite;
import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A task's validation metric over epochs, one line per trial, in the trial's own colour. */
final class CurveOption {
    private CurveOption() {}

    static Map<String, Object> of(ExperimentTask task, List<TrialRow> rows, List<Curve> curves, Set<String> shown) {
        var trials = rows.stream().collect(Collectors.toMap(row -> row.trial().id(), Function.identity()));
        var series = new ArrayList<Map<String, Object>>();
        for (var curve : curves) {
            var row = trials.get(curve.trial());
            if (row != null && shown.contains(curve.trial().toString())) {
                series.add(line(row, curve));
            }
        }
        return object(
                "grid", object("left", 52, "right", 16, "top", 30, "bottom", 34),
                "tooltip", object("trigger", "item"),
                "xAxis", ChartAxes.epochs(),
                "yAxis", ChartAxes.measured(Metrics.label(task.metric())),
                "series", series);
    }

    private static Map<String, Object> line(TrialRow row, Curve curve) {
        var trial = row.trial();
        boolean referee = Standings.referee(row);
        var color = referee ? "var(--ink-3)" : Palette.trial(trial.number());
        return object(
                "id", trial.id().toString(),
                "name", referee ? trial.label() : "Trial " + trial.number(),
                "type", "line",
                "showSymbol", curve.points().size() == 1,
                "symbolSize", 6,
                "triggerLineEvent", true,
                "lineStyle",
                        object(
                                "width",
                                referee ? 1 : 1.6,
                                "type",
                                referee ? "dotted" : Palette.dash(trial.number()),
                                "color",
                                color,
                                "opacity",
                                0.85),
                "itemStyle", object("color", color),
                "emphasis", object("focus", "series", "lineStyle", object("width", 3, "opacity", 1)),
                "blur", object("lineStyle", object("opacity", 0.12)),
                "data",
                        curve.points().stream()
                                .map(point -> list(point.step(), finite(point.value())))
                                .toList());
    }
}
