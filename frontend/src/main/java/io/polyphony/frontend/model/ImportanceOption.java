package io.polyphony.frontend.model;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;

import io.polyphony.engine.explanation.Explanation;
import io.polyphony.frontend.component.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns and tasks as a heat map: the darker, the more a task's metric suffers, as a share of what it suffers most. */
final class ImportanceOption {
    private static final int MOST = 12;

    private ImportanceOption() {}

    static Map<String, Object> of(Explanation explanation) {
        var columns = columns(explanation);
        var tasks = explanation.tasks().stream().map(Explanation.OfTask::task).toList();
        var cells = new ArrayList<Map<String, Object>>();
        for (int y = 0; y < tasks.size(); y++) {
            var task = explanation.tasks().get(y);
            double most = most(task);
            for (var column : task.columns()) {
                int x = columns.indexOf(column.column());
                if (x >= 0) {
                    cells.add(cell(task, column, x, y, share(column, most)));
                }
            }
        }
        return object(
                "grid", object("left", 110, "right", 12, "top", 12, "bottom", 34),
                "tooltip", object("template", "{t}"),
                "xAxis",
                        object(
                                "type",
                                "category",
                                "data",
                                columns,
                                "axisLabel",
                                object("interval", 0, "hideOverlap", false, "fontSize", 10),
                                "splitArea",
                                object("show", false)),
                "yAxis", object("type", "category", "data", tasks),
                "visualMap",
                        object(
                                "show", false,
                                "min", 0,
                                "max", 1,
                                "dimension", 3,
                                "inRange", object("color", List.of("var(--surface-2)", "var(--heat)"))),
                "series",
                        List.of(object(
                                "id",
                                "importance",
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

    private static Map<String, Object> cell(
            Explanation.OfTask task, Explanation.OfColumn column, int x, int y, double share) {
        var figure = Numbers.metric(column.drop());
        return object(
                "value", list(x, y, figure, share),
                "note", "%s loses %s without %s".formatted(task.task(), figure, column.column()));
    }

    private static double most(Explanation.OfTask task) {
        return task.columns().stream()
                .mapToDouble(Explanation.OfColumn::drop)
                .max()
                .orElse(0);
    }

    private static double share(Explanation.OfColumn column, double most) {
        return most > 0 ? Math.clamp(column.drop() / most, 0, 1) : 0;
    }

    /** Those that any task needs most, most needed first. */
    private static List<String> columns(Explanation explanation) {
        var needs = new LinkedHashMap<String, Double>();
        for (var task : explanation.tasks()) {
            double most = most(task);
            task.columns().forEach(column -> needs.merge(column.column(), share(column, most), Math::max));
        }
        return needs.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
