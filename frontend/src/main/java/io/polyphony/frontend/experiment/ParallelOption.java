package io.polyphony.frontend.experiment;

import static io.polyphony.frontend.component.Json.object;

import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.frontend.component.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parallel coordinates: from the choices on the left to every task on the right; brushing an axis filters the table. */
final class ParallelOption {
    /** More axes cannot be told apart on a laptop's screen. */
    private static final int KNOBS = 4;

    private static final String NONE = "none";

    /** A task and its metric are two lines. */
    private static final Map<String, Object> NAME =
            object("color", "var(--ink)", "fontSize", 11, "fontWeight", 600, "lineHeight", 14);

    /** So many different whole numbers are choices with a place of their own each: of a batch of 32 or 64, none is 48. */
    private static final int FEW = 6;

    /** An axis: its values by trial, and the words on it from bottom to top; without words it is continuous. */
    record Axis(String name, boolean inverse, Function<TrialRow, @Nullable Object> value, List<String> words) {
        static Axis of(String name, boolean inverse, Function<TrialRow, @Nullable Object> value, List<TrialRow> rows) {
            var values = rows.stream().map(value).distinct().toList();
            return new Axis(name, inverse, value, continuous(values) ? List.of() : ParallelOption.words(values));
        }

        @Nullable
        Object place(TrialRow row) {
            var at = value.apply(row);
            return words.isEmpty() ? at == null ? "-" : at : word(at);
        }
    }

    private ParallelOption() {}

    static Map<String, Object> of(Snapshot snapshot) {
        var rows =
                snapshot.ranked().stream().filter(row -> !row.tasks().isEmpty()).toList();
        var axes = axes(snapshot, rows);
        var parallelAxis = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < axes.size(); i++) {
            parallelAxis.add(axis(i, axes.get(i)));
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
                                64,
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

    private static List<Axis> axes(Snapshot snapshot, List<TrialRow> rows) {
        var axes = new ArrayList<Axis>();
        Stream.of(
                        Axis.of("fusion", false, row -> row.trial().fusion(), rows),
                        Axis.of("loss weighting", false, row -> row.trial().lossWeighting(), rows))
                .filter(axis -> axis.words().size() > 1)
                .forEach(axes::add);
        snapshot.knobs().stream()
                .filter(snapshot::differs)
                .filter(knob -> !knob.startsWith("weight."))
                .sorted(java.util.Comparator.comparing(knob -> !knob.equals("learning_rate")))
                .limit(KNOBS)
                .forEach(knob -> axes.add(Axis.of(
                        knob.replace('_', ' '),
                        false,
                        row -> row.trial().assignment().get(knob),
                        rows)));
        snapshot.tasks()
                .forEach(task -> axes.add(Axis.of(
                        task.name() + "\n" + Metrics.label(task.metric()),
                        task.direction() == io.polyphony.hpo.trial.Direction.MINIMIZE,
                        row -> Standings.value(row, task),
                        rows)));
        return axes;
    }

    private static Map<String, Object> axis(int dim, Axis axis) {
        if (!axis.words().isEmpty()) {
            return object(
                    "dim", dim, "name", axis.name(), "nameTextStyle", NAME, "type", "category", "data", axis.words());
        }
        return object(
                "dim",
                dim,
                "name",
                axis.name(),
                "nameTextStyle",
                NAME,
                "type",
                axis.name().equals("learning rate") || axis.name().equals("weight decay") ? "log" : "value",
                "scale",
                true,
                "inverse",
                axis.inverse(),
                "nameLocation",
                axis.inverse() ? "start" : "end");
    }

    private static boolean continuous(List<@Nullable Object> values) {
        boolean numbers = values.stream().anyMatch(Objects::nonNull)
                && values.stream().allMatch(value -> value == null || value instanceof Number);
        boolean choices = values.size() <= FEW
                && values.stream()
                        .allMatch(value -> value == null || value instanceof Long || value instanceof Integer);
        return numbers && !choices;
    }

    /** Numbers by size, words by the alphabet; what has no value is at the bottom. */
    private static List<String> words(List<@Nullable Object> values) {
        return values.stream()
                .sorted(Comparator.<@Nullable Object>comparingDouble(
                                value -> value instanceof Number number ? number.doubleValue() : -1)
                        .thenComparing(ParallelOption::word))
                .map(ParallelOption::word)
                .toList();
    }

    private static Map<String, Object> line(TrialRow row, List<Axis> axes) {
        var trial = row.trial();
        var fusion = trial.fusion() == null ? NONE : trial.fusion();
        var values = axes.stream().map(axis -> axis.place(row)).toList();
        return object(
                "trial", trial.id().toString(),
                "name", "Trial " + trial.number(),
                "note", Standings.titled(row),
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
