package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of some rows, as a network of points sees them (Zhou 2019, "Objects as Points"): a grid with a cell for every
 * {@link #STRIDE} x {@link #STRIDE} pixels of the network's square. Each cell has {@link #channels} numbers: by class how near
 * the middle of a thing is, 1 where it lies and a Gaussian around it; then how far right and below the cell's corner the middle
 * lies, and how wide and tall the box is, all four in cells, known where a middle lies alone.
 *
 * @param size pixels per side of the square that the network sees
 * @param pictures one for each row
 */
public record Boxes(List<String> classes, int size, List<Scene> pictures) implements Scenes {
    /** Pixels per side of a cell; the paper's. */
    public static final int STRIDE = 4;

    /** Numbers of a cell that are not of a class: right, below, wide, tall. */
    public static final int PLACE = 4;

    /** A box of which less is left on the picture is no longer to be found. */
    private static final double LEAST_LEFT = 0.3;

    /**
     * A row's picture.
     *
     * @param height of the picture in its own pixels; the square's where the row has no picture
     * @param width likewise
     * @param boxes in the picture's own pixels; null where nobody knows them
     */
    public record Scene(int height, int width, @Nullable List<Box> boxes) {
        public Scene {
            boxes = boxes == null ? null : List.copyOf(boxes);
        }

        /** Where the picture lies on a square. */
        public Letterbox square(int size) {
            return new Letterbox(height, width, size);
        }
    }

    public Boxes {
        classes = List.copyOf(classes);
        pictures = List.copyOf(pictures);
    }

    /** The boxes of labels that are boxes. */
    public static Boxes of(TaskLabels labels) {
        return of(labels.task(), labels.scenes());
    }

    /** Boxes that must be there. */
    public static Boxes of(String task, @Nullable Scenes scenes) {
        if (scenes instanceof Boxes boxes) {
            return boxes;
        }
        throw new IllegalStateException("The task (%s) is no detection: it has no boxes.".formatted(task));
    }

    /** Cells per side of the grid over a square. */
    public static int grid(int size) {
        return Math.ceilDiv(size, STRIDE);
    }

    public int grid() {
        return grid(size);
    }

    /** Numbers of a cell. */
    public int channels() {
        return classes.size() + PLACE;
    }

    @Override
    public int seen() {
        return grid() * grid() * channels();
    }

    /** The rows of several lots, one after the other, all of one resolution and of the same classes. */
    static Boxes joined(List<Boxes> lots) {
        var first = lots.getFirst();
        return new Boxes(
                first.classes,
                first.size,
                lots.stream().flatMap(lot -> lot.pictures.stream()).toList());
    }

    @Override
    public Boxes select(int[] chosen) {
        return new Boxes(
                classes, size, Arrays.stream(chosen).mapToObj(pictures::get).toList());
    }

    @Override
    public void read(int row, Movement movement, float[] targets, float[] known, int at) {
        Arrays.fill(targets, at, at + seen(), 0f);
        Arrays.fill(known, at, at + seen(), 0f);
        if (pictures.get(row).boxes() == null) {
            return;
        }
        for (var cell = at; cell < at + seen(); cell += channels()) {
            Arrays.fill(known, cell, cell + classes.size(), 1f);
        }
        var index = new HashMap<String, Integer>();
        classes.forEach(name -> index.put(name, index.size()));
        for (var box : moved(row, movement)) {
            draw(box, index, targets, known, at);
        }
    }

    /** The row's boxes on the square, as far as they can be seen, in cells. */
    private List<Box> moved(int row, Movement movement) {
        var scene = pictures.get(row);
        var moved = new ArrayList<Box>();
        for (var box : scene.boxes() == null ? List.<Box>of() : scene.boxes()) {
            var whole = box.on(scene.square(size)).moved(movement, size);
            var seen = whole.within(size, size);
            if (seen.area() > LEAST_LEFT * whole.area()) {
                var scale = 1.0 / STRIDE;
                moved.add(new Box(
                        box.label(), seen.x() * scale, seen.y() * scale, seen.width() * scale, seen.height() * scale));
            }
        }
        return moved;
    }

    private void draw(Box box, Map<String, Integer> index, float[] targets, float[] known, int at) {
        var label = index.get(box.label());
        if (label == null) {
            return;
        }
        var right = box.x() + box.width() / 2;
        var below = box.y() + box.height() / 2;
        var column = Math.min(grid() - 1, (int) right);
        var line = Math.min(grid() - 1, (int) below);
        Gaussian.around(box.width(), box.height()).draw(line, column, grid(), (cell, near) -> {
            var place = at + cell * channels() + label;
            targets[place] = Math.max(targets[place], near);
        });
        var place = at + (line * grid() + column) * channels() + classes.size();
        var values = new double[] {right - column, below - line, box.width(), box.height()};
        for (var i = 0; i < PLACE; i++) {
            targets[place + i] = (float) values[i];
            known[place + i] = 1;
        }
    }
}
