package io.polyphony.engine.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Class names to indices. A class that train rows lack is a missing label. */
public record ClassCodec(TaskSpec task, List<String> classes) implements TaskCodec {

    private static final Set<String> YES = Set.of("1", "yes", "true", "y", "t", "positive", "pos");

    public ClassCodec {
        classes = List.copyOf(classes);
    }

    static ClassCodec fit(TaskSpec task, Table table, int[] trainRows) {
        var counts = new TreeMap<String, Integer>(byNumberThenName());
        var column = table.column(task.name());
        for (var row : trainRows) {
            var label = Labels.text(column, row, task.name());
            if (label != null) {
                counts.merge(label, 1, Integer::sum);
            }
        }
        requireClasses(task, counts);
        var classes = List.copyOf(counts.keySet());
        var swap = task.type() == TaskType.BINARY && positive(classes, counts) == 0;
        return new ClassCodec(task, swap ? classes.reversed() : classes);
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var index = new HashMap<String, Integer>();
        classes.forEach(name -> index.put(name, index.size()));
        var column = table.column(task.name());
        var values = new float[rows.length];
        var mask = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            var label = Labels.text(column, rows[i], task.name());
            var code = label == null ? null : index.get(label);
            if (code != null) {
                values[i] = code;
                mask[i] = 1;
            }
        }
        return new TaskLabels(task.name(), task.type(), classes, values, mask, 0, 1);
    }

    @Override
    public double decode(double value) {
        return value;
    }

    /** The class that means "yes", else the rarer one, else the last. */
    private static int positive(List<String> classes, Map<String, Integer> counts) {
        for (var i = 0; i < classes.size(); i++) {
            if (YES.contains(classes.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return counts.getOrDefault(classes.get(0), 0) < counts.getOrDefault(classes.get(1), 0) ? 0 : 1;
    }

    private static void requireClasses(TaskSpec task, Map<String, Integer> counts) {
        var found = counts.size();
        if (found < 2 || (task.type() == TaskType.BINARY && found != 2)) {
            throw new IllegalArgumentException(
                    "The target (%s) has %d classes among the train rows, but a %s task needs %s.%nMaybe another type or another split fits."
                            .formatted(
                                    task.name(),
                                    found,
                                    task.type().name().toLowerCase(Locale.ROOT),
                                    task.type() == TaskType.BINARY ? "exactly two" : "at least two"));
        }
    }

    private static Comparator<String> byNumberThenName() {
        return Comparator.comparingDouble(ClassCodec::numberOrLast).thenComparing(Comparator.naturalOrder());
    }

    private static double numberOrLast(String label) {
        try {
            return Double.parseDouble(label);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
