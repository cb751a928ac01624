package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cells with boxes, as {@link BoxCells} reads them, to what a network of points sees, and back by
 * {@code evaluation.Detections}. Boxes of classes that train rows lack are left out; so are all boxes of a row without its
 * picture, on which nobody can tell where they lie.
 *
 * @param classes what boxes are around, in alphabetical order
 * @param picture the column of the pictures that the boxes belong to
 * @param size pixels per side of the square that the network sees
 */
public record BoxCodec(TaskSpec task, List<String> classes, String picture, int size) implements TaskCodec {
    /** A network with more would not fit; such labels are names of single things. */
    static final int MOST_CLASSES = 200;

    public BoxCodec {
        classes = List.copyOf(classes);
    }

    /** @throws IllegalArgumentException if there is no picture, no box, or boxes lie beyond their pictures */
    static BoxCodec fit(
            TaskSpec task, Table table, int[] trainRows, List<InputSpec> inputs, Map<String, FeaturizerSpec> features) {
        var canvas = Canvas.of(task, inputs, features);
        return fit(task, table, trainRows, canvas.picture(), canvas.size());
    }

    private static BoxCodec fit(TaskSpec task, Table table, int[] trainRows, String picture, int size) {
        var reader = new BoxReader(table, task.name(), picture, size);
        var classes = new TreeSet<String>();
        for (var row : trainRows) {
            var boxes = reader.cell(row);
            if (boxes != null) {
                boxes.forEach(box -> classes.add(box.label()));
            }
        }
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "The boxes of the target (%s) have %d different labels among the train rows, but a detection needs from 1 to %d.%nMaybe another column holds the boxes, or each label is the name of a single thing."
                            .formatted(task.name(), classes.size(), MOST_CLASSES));
        }
        for (var row : MediaColumn.sample(trainRows)) {
            reader.requireInside(row);
        }
        return new BoxCodec(task, List.copyOf(classes), picture, size);
    }

    /** Cells per side of the grid. */
    public int grid() {
        return Boxes.grid(size);
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var reader = new BoxReader(table, task.name(), picture, size);
        var known = new float[rows.length];
        var scenes = new ArrayList<Boxes.Scene>();
        for (var i = 0; i < rows.length; i++) {
            var scene = reader.scene(rows[i]);
            scenes.add(new Boxes.Scene(scene.height(), scene.width(), learned(scene.boxes())));
            known[i] = scene.boxes() == null ? 0 : 1;
        }
        return TaskLabels.onPictures(task, classes, known, new Boxes(classes, size, scenes));
    }

    private @Nullable List<Box> learned(@Nullable List<Box> boxes) {
        return boxes == null
                ? null
                : boxes.stream().filter(box -> classes.contains(box.label())).toList();
    }

    @Override
    public double decode(double value) {
        return value;
    }
}
