package io.polyphony.engine.data;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One raw column; how its cells look decides what can be made of them. A missing cell is NaN, null or a null file. */
public sealed interface Column {

    int rows();

    /**
     * The cells of these places, which may come several times; files are still read only when they are needed.
     *
     * @throws IllegalArgumentException for {@link Windows}, which are cells of no place
     */
    default Column picked(int[] places) {
        return switch (this) {
            case Numbers(var values) ->
                new Numbers(
                        IntStream.of(places).mapToDouble(place -> values[place]).toArray());
            case Texts(var values) -> new Texts(picked(values, places));
            case Dates(var values, boolean recurring) -> new Dates(picked(values, places), recurring);
            case Files files -> new Files(places.length, new PickedFiles(files.reader(), places));
            case Windows _ -> throw new IllegalArgumentException("Windows of a column cannot be picked.");
        };
    }

    private static @Nullable String[] picked(@Nullable String[] values, int[] places) {
        return IntStream.of(places).mapToObj(place -> values[place]).toArray(String[]::new);
    }

    /** Numbers; NaN is a missing cell. */
    record Numbers(double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Free text, categories or class labels; null is a missing cell. */
    record Texts(@Nullable String[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /**
     * Dates as {@link DateText} reads them; null, or what is no date, is a missing cell.
     *
     * @param recurring whether only what comes again is told of them, such as the weekday, because what is asked for is later
     *     than all that is learnt from
     */
    record Dates(@Nullable String[] values, boolean recurring) implements Column {
        /** Dates of which all is told. */
        public Dates(@Nullable String[] values) {
            this(values, false);
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /**
     * A numeric column whose rows are steps of time, seen from several moments: each row of the table is a moment, what comes
     * before it is known, and what comes from it on is to be forecast. Steps outside of the column are missing.
     *
     * @param values by step, oldest first; NaN is a missing cell
     * @param moments the first step that is not known, by row of the table
     * @param past how many steps before a moment are seen, at least 1
     * @param ahead how many steps from a moment on are asked for; 0: none, for all that is seen is known beforehand
     */
    record Windows(double[] values, int[] moments, int past, int ahead) implements Column {
        @Override
        public int rows() {
            return moments.length;
        }

        /** The value so many steps from the row's moment on; negative for those before. */
        public double at(int row, int step) {
            var place = moments[row] + step;
            return place >= 0 && place < values.length ? values[place] : Double.NaN;
        }

        /** Every known value that one of these rows sees or is asked for, once. */
        public double[] covered(int[] rows) {
            var seen = new BitSet(values.length);
            for (var row : rows) {
                seen.set(Math.max(0, moments[row] - past), Math.clamp(moments[row] + ahead, 0, values.length));
            }
            return seen.stream()
                    .mapToDouble(step -> values[step])
                    .filter(Double::isFinite)
                    .toArray();
        }
    }

    /** Encoded files (PNG, JPEG, WAV, ...), read when they are needed. */
    record Files(int rows, FileReader reader) implements Column {}
}
