package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cells with sets of labels to one column of zeros and ones per label. A cell is a JSON array, an array of PostgreSQL
 * ({@code {a,b}}), or names with a separator between them. An empty cell is a missing target; {@code []} is a row without
 * labels. Labels that train rows lack are left out.
 *
 * @param classes the labels, in alphabetical order
 * @param separator what stands between names, one of ; | ,
 */
public record LabelCodec(TaskSpec task, List<String> classes, String separator) implements TaskCodec {

    public LabelCodec {
        classes = List.copyOf(classes);
    }

    static LabelCodec fit(TaskSpec task, Table table, int[] trainRows) {
        var column = table.column(task.name());
        var cells = new ArrayList<String>();
        for (var row : trainRows) {
            var cell = Labels.text(column, row, task.name());
            if (cell != null) {
                refuseNested(task, cell);
                cells.add(cell);
            }
        }
        var separator = LabelText.separator(cells);
        var names = new TreeSet<String>();
        cells.forEach(cell -> names.addAll(LabelText.names(cell, separator)));
        if (names.size() < 2) {
            throw new IllegalArgumentException(
                    "The target (%s) has %d labels among the train rows, but a multilabel task needs at least two.%nMaybe its cells have none of the separators ; | , or another type fits."
                            .formatted(task.name(), names.size()));
        }
        return new LabelCodec(task, List.copyOf(names), separator);
    }

    private static void refuseNested(TaskSpec task, String cell) {
        if (LabelText.isNested(cell)) {
            throw new IllegalArgumentException(
                    "The target (%s) has cells with lists of lists or of objects (such as %s), which are no sets of labels.%nMaybe another type fits."
                            .formatted(task.name(), cell.length() > 60 ? cell.substring(0, 60) + ".." : cell));
        }
    }

    @Override
    public int width() {
        return classes.size();
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var index = new HashMap<String, Integer>();
        classes.forEach(name -> index.put(name, index.size()));
        var column = table.column(task.name());
        var values = new float[Math.multiplyExact(rows.length, width())];
        var mask = new float[values.length];
        for (var i = 0; i < rows.length; i++) {
            write(Labels.text(column, rows[i], task.name()), index, values, mask, i * width());
        }
        return new TaskLabels(task.name(), task.type(), classes, values, mask, 0, 1, width());
    }

    private void write(@Nullable String cell, HashMap<String, Integer> index, float[] values, float[] mask, int start) {
        if (cell == null) {
            return;
        }
        Arrays.fill(mask, start, start + width(), 1);
        for (var name : LabelText.names(cell, separator)) {
            var label = index.get(name);
            if (label != null) {
                values[start + label] = 1;
            }
        }
    }

    @Override
    public double decode(double value) {
        return value;
    }
}
