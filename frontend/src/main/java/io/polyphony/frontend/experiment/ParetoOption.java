package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Two tasks against each other: trials that nobody beats on both are joined by a line; the others fade. */
final class ParetoOption {
    private ParetoOption() {}

    static Map<String, Object> of(ExperimentTask x, ExperimentTask y, List<TrialRow> rows) {
        var placed = rows.stream()
                .filter(row -> Standings.value(row, x) != null && Standings.value(row, y) != null)
                .toList();
        var front = front(x, y, placed);
        var points = placed.stream()
                .map(row -> point(row, x, y, front.contains(row)))
                .toList();
        var line = front.stream()
                .map(row -> list(Standings.value(row, x), Standings.value(row, y)))
                .toList();
        return object(
                "grid", object("left", 60, "right", 20, "top", 28, "bottom", 42),
                "tooltip", object("template", "{t}"),
                "dataZoom", List.of(zoom("xAxisIndex", x, placed), zoom("yAxisIndex", y, placed)),
                "xAxis", axis(x, object("nameLocation", "middle", "nameGap", 26)),
                "yAxis",
                        axis(
                                y,
                                object(
                                        "nameLocation",
                                        y.direction() == Direction.MINIMIZE ? "start" : "end",
                                        "nameGap",
                                        12,
                                        "nameTextStyle",
                                        object("align", "left"))),
                "series",
                        List.of(
                                object(
                                        "id",
                                        "front",
                                        "type",
                                        "line",
                                        "step",
                                        x.direction() == y.direction() ? "start" : "end",
                                        "data",
                                        line,
                                        "symbol",
                                        "none",
                                        "silent",
                                        true,
                                        "lineStyle",
                                        object("color", "var(--ink-3)", "width", 1.2, "type", "dashed"),
                                        "tooltip",
                                        object("show", false)),
                                object("id", "trials", "type", "scatter", "data", points, "z", 3)));
    }

    /** On the better trials; turning the wheel with Ctrl, or pinching, shows the others. */
    private static Map<String, Object> zoom(String axis, ExperimentTask task, List<TrialRow> rows) {
        var scale = Standings.Scale.of(rows, task);
        double margin = 0.12 * Math.abs(scale.best() - scale.worst());
        return object(
                "type",
                "inside",
                axis,
                0,
                "filterMode",
                "none",
                "zoomOnMouseWheel",
                "ctrl",
                "moveOnMouseWheel",
                false,
                "startValue",
                Math.min(scale.worst(), scale.best()) - margin,
                "endValue",
                Math.max(scale.worst(), scale.best()) + margin);
    }

    private static Map<String, Object> axis(ExperimentTask task, Map<String, Object> more) {
        var axis = object(
                "type",
                "value",
                "scale",
                true,
                "inverse",
                task.direction() == Direction.MINIMIZE,
                "name",
                task.name() + " " + Metrics.label(task.metric()),
                "axisLabel",
                object("showMinLabel", false, "showMaxLabel", false));
        axis.putAll(more);
        return axis;
    }

    private static Map<String, Object> point(TrialRow row, ExperimentTask x, ExperimentTask y, boolean front) {
        var trial = row.trial();
        boolean referee = Standings.referee(row);
        var fusion = trial.fusion() == null ? "none" : trial.fusion();
        return object(
                "trial", trial.id().toString(),
                "value", list(Standings.value(row, x), Standings.value(row, y)),
                "note",
                        "%s\n%s %s · %s %s"
                                .formatted(
                                        referee ? trial.label() : Standings.titled(row),
                                        x.name(),
                                        Numbers.metric(Standings.value(row, x)),
                                        y.name(),
                                        Numbers.metric(Standings.value(row, y))),
                "symbol", referee ? "diamond" : "circle",
                "symbolSize", front ? 13 : 9,
                "itemStyle",
                        object(
                                "color",
                                referee ? "var(--ink-3)" : Palette.fusion(fusion),
                                "opacity",
                                front ? 1 : 0.45,
                                "borderColor",
                                "var(--surface)",
                                "borderWidth",
                                1.5));
    }

    /** Sorted along the first task; each next one is better at the second. Only trials that are ranked: no referees, none that were stopped. */
    private static List<TrialRow> front(ExperimentTask x, ExperimentTask y, List<TrialRow> rows) {
        Comparator<TrialRow> byY = Standings.betterFirst(y);
        var front = new ArrayList<TrialRow>();
        rows.stream()
                .filter(row -> !Standings.referee(row) && row.trial().state() == TrialState.COMPLETED)
                .sorted(Standings.betterFirst(x).thenComparing(byY))
                .forEach(row -> {
                    if (front.isEmpty() || byY.compare(row, front.getLast()) < 0) {
                        front.add(row);
                    }
                });
        return front;
    }
}
