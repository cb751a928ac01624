package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.frontend.component.ChartAxes;
import io.polyphony.frontend.component.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each pair of fusion and loss weighting reached on one task: the best of its trials. */
final class HeatOption {
    /** Where one task is all that is learned nothing is weighed, and where one input is all that is read nothing fused. */
    private static final String NONE = "none";

    private HeatOption() {}

    /** How many pairs there are. */
    static long pairs(List<TrialRow> rows) {
        return rows.stream()
                .map(row -> List.of(fusion(row), weighting(row)))
                .distinct()
                .count();
    }

    private static String fusion(TrialRow row) {
        return Objects.requireNonNullElse(row.trial().fusion(), NONE);
    }

    private static String weighting(TrialRow row) {
        return Objects.requireNonNullElse(row.trial().lossWeighting(), NONE);
    }

    /** Where nothing is chosen there is nothing to say. */
    private static String label(String name) {
        return name.equals(NONE) ? "" : Numbers.words(name);
    }

    static Map<String, Object> of(ExperimentTask task, List<TrialRow> rows) {
        var fusions = rows.stream().map(HeatOption::fusion).distinct().sorted().toList();
        var weightings =
                rows.stream().map(HeatOption::weighting).distinct().sorted().toList();
        var scale = Standings.Scale.of(rows, task);
        var cells = new ArrayList<Map<String, Object>>();
        for (int y = 0; y < fusions.size(); y++) {
            for (int x = 0; x < weightings.size(); x++) {
                var cell = cell(task, rows, fusions.get(y), weightings.get(x), x, y, scale);
                if (cell != null) {
                    cells.add(cell);
                }
            }
        }
        return object(
                "grid", object("left", 92, "right", 12, "top", 12, "bottom", 34),
                "tooltip", object("template", "{t}"),
                "xAxis",
                        object(
                                "type",
                                "category",
                                "data",
                                weightings.stream().map(HeatOption::label).toList(),
                                "axisLabel",
                                object("interval", 0, "hideOverlap", false, "fontSize", 10),
                                "splitArea",
                                object("show", false)),
                "yAxis",
                        object(
                                "type",
                                "category",
                                "data",
                                fusions.stream().map(HeatOption::label).toList()),
                "visualMap", ChartAxes.shades(0, 1, 3, "var(--surface-2)", "var(--heat)"),
                "series",
                        List.of(object(
                                "id",
                                "heat",
                                "type",
                                "heatmap",
                                "label",
                                object("show", true, "formatter", "{@[2]}", "color", "var(--ink)", "fontSize", 12),
                                "itemStyle",
                                object("borderColor", "var(--surface)", "borderWidth", 3, "borderRadius", 6),
                                "encode",
                                object("x", 0, "y", 1, "value", 2),
                                "data",
                                cells)));
    }

    private static String title(String fusion, String weighting) {
        var weighed = weighting.equals(NONE) ? "" : Numbers.words(weighting) + " weighting";
        return fusion.equals(NONE)
                ? weighed
                : weighed.isEmpty() ? Numbers.words(fusion) : "%s, %s".formatted(Numbers.words(fusion), weighed);
    }

    private static @Nullable Map<String, Object> cell(
            ExperimentTask task,
            List<TrialRow> rows,
            String fusion,
            String weighting,
            int x,
            int y,
            Standings.Scale scale) {
        var here = rows.stream()
                .filter(row -> fusion(row).equals(fusion) && weighting(row).equals(weighting))
                .toList();
        var best = Standings.best(here, task).orElse(null);
        var value = best == null ? null : Standings.value(best, task);
        if (best == null || value == null) {
            return null;
        }
        return object(
                "trial", best.trial().id().toString(),
                "value", list(x, y, Numbers.metric(value), scale.at(value)),
                "note",
                        "%s: %s, the best of %d (trial %d)"
                                .formatted(
                                        title(fusion, weighting),
                                        Numbers.metric(value),
                                        here.size(),
                                        best.trial().number()));
    }
}
