package io.polyphony.engine.data;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The masks of some rows: one byte per pixel at the network's resolution, and at their own when somebody asks.
 *
 * @param size pixels per side of the square that the network sees
 * @param classes how many there are
 * @param cells by row, row-major [size, size]; null where a row has no mask
 * @param own reads a row's mask at its own size
 * @param rows whom to ask {@code own} for
 */
public record Masks(int size, int classes, byte[] @Nullable [] cells, Reader own, int[] rows) {

    /** Reads masks at their own size. */
    public interface Reader {
        /** The row's mask, its longer side at most 1024 pixels; null where it has none. */
        @Nullable
        Mask mask(int row);

        /** Height and width of the row's mask, or else of its picture; those of the network's square where it has neither. */
        int[] extent(int row);
    }

    /** The masks of labels that are masks. */
    public static Masks of(TaskLabels labels) {
        return of(labels.task(), labels.masks());
    }

    /** Masks that must be there. */
    public static Masks of(String task, @Nullable Masks masks) {
        if (masks == null) {
            throw new IllegalStateException("The task (%s) is no segmentation: it has no masks.".formatted(task));
        }
        return masks;
    }

    /** Pixels of a row at the network's resolution. */
    public int pixels() {
        return size * size;
    }

    /** Numbers that a network puts out per pixel: the foreground's logit of two classes, else one per class. */
    public int channels() {
        return channels(classes);
    }

    static int channels(int classes) {
        return classes == 2 ? 1 : classes;
    }

    /** The row's mask at its own size; null where it has none. */
    public @Nullable Mask mask(int row) {
        return own.mask(rows[row]);
    }

    /** Height and width of what is drawn for the row. */
    public int[] extent(int row) {
        return own.extent(rows[row]);
    }

    /** How often each class is found in the pixels of all rows, at the network's resolution. */
    public long[] counts() {
        var counts = new long[classes];
        for (var row : cells) {
            for (var i = 0; row != null && i < row.length; i++) {
                if (row[i] != Mask.UNKNOWN) {
                    counts[row[i]]++;
                }
            }
        }
        return counts;
    }

    /** The class that most pixels have. */
    public int mostFrequent() {
        var counts = counts();
        return IntStream.range(0, classes).reduce(0, (best, c) -> counts[c] > counts[best] ? c : best);
    }

    /** These rows, in this order. */
    public Masks select(int[] chosen) {
        var picked = new byte[chosen.length] @Nullable [];
        for (var i = 0; i < chosen.length; i++) {
            picked[i] = cells[chosen[i]];
        }
        return new Masks(
                size,
                classes,
                picked,
                own,
                IntStream.of(chosen).map(row -> rows[row]).toArray());
    }

    /** Writes a row's classes and whether they are known, its picture as it is. */
    public void read(int row, float[] values, float[] known, int at) {
        read(row, Movement.NONE, values, known, at);
    }

    /**
     * Writes a row's classes and whether they are known.
     *
     * @param movement that the row's picture has made
     * @param at where the row begins in both
     */
    public void read(int row, Movement movement, float[] values, float[] known, int at) {
        var own = cells[row];
        for (var i = 0; i < pixels(); i++) {
            int code = own == null ? Mask.UNKNOWN : own[movement.source(i, size)];
            values[at + i] = Math.max(0, code);
            known[at + i] = code == Mask.UNKNOWN ? 0 : 1;
        }
    }
}
