package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The masks of some rows: one byte per pixel at the network's resolution, and at their own when somebody asks.
 *
 * @param size pixels per side of the square that the network sees
 * @param classes how many there are
 * @param cells by row, row-major [size, size]: of two classes, how much of a pixel the second has, times {@link #FULL}; else the
 *     class that most of the pixel has; or {@link Mask#UNKNOWN}; null where a row has no mask
 * @param own reads a row's mask at its own size
 * @param rows whom to ask {@code own} for
 */
public record Masks(int size, int classes, byte[] @Nullable [] cells, Reader own, int[] rows) implements Scenes {

    /** All of a pixel. */
    static final int FULL = 250;

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
        return of(labels.task(), labels.scenes());
    }

    /** Masks that must be there. */
    public static Masks of(String task, @Nullable Scenes scenes) {
        if (scenes instanceof Masks masks) {
            return masks;
        }
        throw new IllegalStateException("The task (%s) is no segmentation: it has no masks.".formatted(task));
    }

    @Override
    public int seen() {
        return pixels();
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

    /** The rows of several lots, one after the other, all of one resolution and of the same classes. */
    static Masks joined(List<Masks> lots) {
        var owners = new ArrayList<Masks>();
        var places = new ArrayList<Integer>();
        var cells = new ArrayList<byte @Nullable []>();
        for (var lot : lots) {
            for (var row = 0; row < lot.rows.length; row++) {
                owners.add(lot);
                places.add(row);
                cells.add(lot.cells[row]);
            }
        }
        var reader = new Reader() {
            @Override
            public @Nullable Mask mask(int row) {
                return owners.get(row).mask(places.get(row));
            }

            @Override
            public int[] extent(int row) {
                return owners.get(row).extent(places.get(row));
            }
        };
        var first = lots.getFirst();
        return new Masks(
                first.size,
                first.classes,
                cells.toArray(new byte[0] @Nullable []),
                reader,
                IntStream.range(0, owners.size()).toArray());
    }

    /** The row's mask at its own size; null where it has none. */
    public @Nullable Mask mask(int row) {
        return own.mask(rows[row]);
    }

    /** Height and width of what is drawn for the row. */
    public int[] extent(int row) {
        return own.extent(rows[row]);
    }

    /** How many pixels of all rows each class has, at the network's resolution. */
    public double[] counts() {
        var counts = new double[classes];
        for (var row : cells) {
            for (var i = 0; row != null && i < row.length; i++) {
                if (row[i] != Mask.UNKNOWN) {
                    count(row[i], counts);
                }
            }
        }
        return counts;
    }

    private void count(byte cell, double[] counts) {
        if (classes == 2) {
            counts[1] += value(cell);
            counts[0] += 1 - value(cell);
        } else {
            counts[cell]++;
        }
    }

    /** The class that most pixels have. */
    public int mostFrequent() {
        var counts = counts();
        return IntStream.range(0, classes).reduce(0, (best, c) -> counts[c] > counts[best] ? c : best);
    }

    @Override
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

    private float value(byte cell) {
        return classes == 2 ? (float) (cell & 0xFF) / FULL : cell;
    }

    /** Writes what a loss sees of a row whose picture stays as it is. */
    public void read(int row, float[] values, float[] known, int at) {
        read(row, Movement.NONE, values, known, at);
    }

    /** Of two classes the second's share of every pixel, else the class. */
    @Override
    public void read(int row, Movement movement, float[] values, float[] known, int at) {
        var own = cells[row];
        for (var i = 0; i < pixels(); i++) {
            var from = movement.source(i, size);
            var cell = own == null || from == Movement.NOTHING ? Mask.UNKNOWN : own[from];
            values[at + i] = cell == Mask.UNKNOWN ? 0 : value(cell);
            known[at + i] = cell == Mask.UNKNOWN ? 0 : 1;
        }
    }
}
