package io.polyphony.engine.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task's targets for some rows; a row has one target or several.
 *
 * @param classes class or label names, empty for quantities; a binary task's positive class is the second
 * @param values class index, the standardised target ({@link TaskCodec#decode} undoes it), or 1 for a label that is there;
 *     row-major [rows, width]
 * @param mask 1 where the target is known, 0 where it is missing (its value is 0 then); as many as values
 * @param mean of the train targets in the scale in which they were standardised; 0 for classes
 * @param deviation of the same; 1 for classes
 * @param width targets per row
 * @param repeated what repeating the past would say, standardised
 * @param scenes what is true on the pictures of a segmentation or detection, whose value is always 0 and whose mask tells
 *     whether a row has an answer; else null
 */
public record TaskLabels(
        String task,
        TaskType type,
        List<String> classes,
        float[] values,
        float[] mask,
        double mean,
        double deviation,
        int width,
        Repeated repeated,
        @Nullable Scenes scenes) {

    public TaskLabels {
        classes = List.copyOf(classes);
        if (width < 1 || values.length % width != 0 || mask.length != values.length) {
            throw new IllegalArgumentException("The task (%s) has %d values and %d masks, but %d per row."
                    .formatted(task, values.length, mask.length, width));
        }
    }

    /** One target per row. */
    public TaskLabels(
            String task,
            TaskType type,
            List<String> classes,
            float[] values,
            float[] mask,
            double mean,
            double deviation) {
        this(task, type, classes, values, mask, mean, deviation, 1);
    }

    /** Of a task that is no forecast, and whose answers lie on no pictures. */
    public TaskLabels(
            String task,
            TaskType type,
            List<String> classes,
            float[] values,
            float[] mask,
            double mean,
            double deviation,
            int width) {
        this(task, type, classes, values, mask, mean, deviation, width, Repeated.NOTHING, null);
    }

    /** Of a task whose answers lie on pictures. */
    static TaskLabels onPictures(TaskSpec task, List<String> classes, float[] known, Scenes scenes) {
        return new TaskLabels(
                task.name(), task.type(), classes, new float[known.length], known, 0, 1, 1, Repeated.NOTHING, scenes);
    }

    /** The targets of rows that nobody knows. */
    public static TaskLabels unknown(TaskCodec codec, int rows) {
        var none = new float[Math.multiplyExact(rows, codec.width())];
        return new TaskLabels(
                codec.task().name(), codec.task().type(), codec.classes(), none, none, 0, 1, codec.width());
    }

    public int rows() {
        return values.length / width;
    }

    /** Of how many rows anything is known. */
    public int labelled() {
        var labelled = 0;
        for (var row = 0; row < rows(); row++) {
            var known = false;
            for (var i = row * width; i < (row + 1) * width; i++) {
                known |= mask[i] > 0;
            }
            labelled += known ? 1 : 0;
        }
        return labelled;
    }

    public TaskLabels select(int[] rows) {
        return new TaskLabels(
                task,
                type,
                classes,
                select(values, rows),
                select(mask, rows),
                mean,
                deviation,
                width,
                repeated.select(rows),
                scenes == null ? null : scenes.select(rows));
    }

    /** How many targets of a row a loss sees: those of the whole picture, or the width. */
    public int seen() {
        return scenes == null ? width : scenes.seen();
    }

    /**
     * Writes what a loss sees of one row.
     *
     * @param movement that the row's picture has made
     * @param known 1 where a target is known
     * @param at where the row begins in both
     */
    public void read(int row, Movement movement, float[] targets, float[] known, int at) {
        if (scenes == null
                && width == 1) { // Most are; copying one number by a call for any number of them takes many times as
            // long.
            targets[at] = values[row];
            known[at] = mask[row];
        } else if (scenes == null) {
            System.arraycopy(values, row * width, targets, at, width);
            System.arraycopy(mask, row * width, known, at, width);
        } else {
            scenes.read(row, movement, targets, known, at);
        }
    }

    private float[] select(float[] all, int[] rows) {
        var chosen = new float[rows.length * width];
        for (var i = 0; i < rows.length; i++) {
            System.arraycopy(all, rows[i] * width, chosen, i * width, width);
        }
        return chosen;
    }
}
