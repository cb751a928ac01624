package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every trial's score in the order they were tried, with the best so far: does searching on still pay? */
final class HistoryOption {
    private HistoryOption() {}

    static Map<String, Object> of(List<TrialRow> rows) {
        var points = new ArrayList<Map<String, Object>>();
        var best = new ArrayList<List<?>>();
        double high = Double.NEGATIVE_INFINITY;
        for (var row : rows) {
            var score = row.trial().score();
            if (score == null || !Double.isFinite(score)) {
                continue;
            }
            high = Math.max(high, score);
            points.add(point(row, score));
            best.add(list(row.trial().number(), high));
        }
        return object(
                "grid", object("left", 52, "right", 16, "top", 28, "bottom", 42),
                "tooltip", object("template", "{t}"),
                "xAxis", ChartAxes.trials(),
                "yAxis", ChartAxes.measured("score"),
                "series",
                        List.of(
                                ChartAxes.steps("best", best),
                                object("id", "trials", "type", "scatter", "symbolSize", 9, "data", points, "z", 3)));
    }

    private static Map<String, Object> point(TrialRow row, double score) {
        var trial = row.trial();
        var fusion = trial.fusion() == null ? "none" : trial.fusion();
        return object(
                "trial", trial.id().toString(),
                "value", list(trial.number(), score),
                "note",
                        "Trial %d · %s\nscore %s"
                                .formatted(trial.number(), Numbers.words(fusion), Numbers.metric(score)),
                "itemStyle",
                        object("color", Palette.fusion(fusion), "borderColor", "var(--surface)", "borderWidth", 1));
    }
}
