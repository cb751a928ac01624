package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parallel coordinates: from the choices on the left to every task on the right; brushing an axis filters the table. */
final class ParallelOption {
    /** More axes cannot be told apart on a laptop's screen. */
    private static final int KNOBS = 4;

    private static final String NONE = "none";

    /** An axis: its values by trial; all numbers, or all words. */
    private record Axis(String name, boolean inverse, Function<TrialRow, @Nullable Object> value) {}

    private ParallelOption() {}

    static Map<String, Object> of(Snapshot snapshot) {
        var rows =
                snapshot.ranked().stream().filter(row -> !row.tasks().isEmpty()).toList();
        var axes = axes(snapshot);
        var parallelAxis = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < axes.size(); i++) {
            parallelAxis.add(axis(i, axes.get(i), rows));
        }
        var data = rows.stream().map(row -> line(row, axes)).toList();
        return object(
                "parallel",
                        object(
                                "left",
                                60,
                                "right",
                                70,
                                "top",
                                52,
                                "bottom",
                                20,
                                "parallelAxisDefault",
                                object(
                                        "areaSelectStyle",
                                        object(
                                                "width",
                                                16,
                                                "color",
                                                "var(--accent)",
                                                "opacity",
                                                0.2,
                                                "borderColor",
                                                "var(--accent)"))),
                "parallelAxis", parallelAxis,
                "tooltip", object("template", "{t}"),
                "series",
                        List.of(object(
                                "id",
                                "parallel",
                                "type",
                                "parallel",
                                "smooth",
                                0.25,
                                "inactiveOpacity",
                                0.05,
                                "activeOpacity",
                                0.9,
                                "lineStyle",
                                object("width", 1.6, "opacity", 0.7),
                                "emphasis",
                                object("lineStyle", object("width", 3.5, "opacity", 1)),
                                "data",
                                data)));
    }

    private static List<Axis> axes(Snapshot snapshot) {
        var axes = new ArrayList<Axis>();
        axes.add(new Axis("fusion", false, row -> row.trial().fusion()));
        axes.add(new Axis("loss weighting", false, row -> row.trial().lossWeighting()));
        snapshot.knobs().stream()
                .filter(snapshot::differs)
                .filter(knob -> !knob.startsWith("weight."))
                .sorted(java.util.Comparator.comparing(knob -> !knob.equals("learning_rate")))
                .limit(KNOBS)
                .forEach(knob -> axes.add(new Axis(
                        knob.replace('_', ' '),
                        false,
                        row -> row.trial().assignment().get(knob))));
        snapshot.tasks()
                .forEach(task -> axes.add(new Axis(
                        task.name() + " " + Metrics.label(task.metric()),
                        task.direction() == io.polyphony.hpo.trial.Direction.MINIMIZE,
                        row -> Standings.value(row, task))));
        return axes;
    }

    private static Map<String, Object> axis(int dim, Axis axis, List<TrialRow> rows) {
        var values = rows.stream().map(axis.value()).toList();
        boolean numbers = values.stream().anyMatch(Number.class::isInstance)
                && values.stream().allMatch(value -> value == null || value instanceof Number);
        if (!numbers) {
            var words = values.stream()
                    .map(ParallelOption::word)
                    .distinct()
                    .sorted()
                    .toList();
            return object("dim", dim, "name", axis.name(), "type", "category", "data", words);
        }
        return object(
                "dim",
                dim,
                "name",
                axis.name(),
                "type",
                axis.name().equals("learning rate") || axis.name().equals("weight decay") ? "log" : "value",
                "scale",
                true,
                "inverse",
                axis.inverse(),
                "nameLocation",
                axis.inverse() ? "start" : "end");
    }

    private static Map<String, Object> line(TrialRow row, List<Axis> axes) {
        var trial = row.trial();
        var fusion = trial.fusion() == null ? NONE : trial.fusion();
        var values = axes.stream()
                .map(axis -> axis.value().apply(row))
                .map(value -> value instanceof Number ? value : value == null ? "-" : word(value))
                .toList();
        return object(
                "trial", trial.id().toString(),
                "name", "Trial " + trial.number(),
                "note", "Trial %d · %s".formatted(trial.number(), Numbers.words(fusion)),
                "value", values,
                "lineStyle",
                        object(
                                "color",
                                Palette.fusion(fusion),
                                "width",
                                row.pareto() ? 2.4 : 1.4,
                                "opacity",
                                row.pareto() ? 0.95 : 0.5));
    }

    private static String word(@Nullable Object value) {
        return value == null ? NONE : String.valueOf(value).replace('_', ' ');
    }
}
