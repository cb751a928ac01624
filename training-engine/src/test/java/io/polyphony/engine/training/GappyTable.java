package io.polyphony.engine.training;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table with a target of every type, each named after its type and with gaps of its own, beside a picture and a number. */
final class GappyTable {
    private static final int SIDE = 16;
    private static final int AHEAD = 2;
    private static final int STRIDE = 4;

    private GappyTable() {}

    static String column(TaskType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody knows what is true of that row. */
    static boolean lacks(TaskType type, int row) {
        return (row + type.ordinal()) % 3 == 0;
    }

    static Table of(int rows) {
        var columns = new LinkedHashMap<String, Column>();
        columns.put("image", files(rows, row -> Samples.greyPng(SIDE, SIDE, i -> inside(row, i) ? 255 : 40 + i % 30)));
        columns.put(
                "x",
                Samples.numbers(IntStream.range(0, rows)
                        .mapToDouble(row -> Math.sin(row))
                        .toArray()));
        for (var type : TaskType.values()) {
            columns.put(column(type), target(type, rows));
        }
        return Samples.table(Map.copyOf(columns));
    }

    private static Column target(TaskType type, int rows) {
        return switch (type) {
            case SEGMENTATION ->
                files(
                        rows,
                        row -> lacks(type, row)
                                ? Samples.NO_FILE
                                : Samples.greyPng(SIDE, SIDE, i -> inside(row, i) ? 255 : 0));
            case FORECAST -> windows(type, rows);
            case BINARY, MULTICLASS, ORDINAL, MULTILABEL, REGRESSION, VECTOR, COUNT, DETECTION -> cells(type, rows);
        };
    }

    private static Column cells(TaskType type, int rows) {
        var cells = new @Nullable String[rows];
        for (int row = 0; row < rows; row++) {
            cells[row] = lacks(type, row) ? null : cell(type, row);
        }
        return Samples.texts(cells);
    }

    private static String cell(TaskType type, int row) {
        return switch (type) {
            case BINARY -> row % 2 == 0 ? "yes" : "no";
            case MULTICLASS, ORDINAL -> "abc".substring(row % 4 % 3, row % 4 % 3 + 1);
            case MULTILABEL -> row % 4 == 0 ? "[]" : row % 2 == 0 ? "red;blue" : "blue;green";
            case REGRESSION -> Double.toString(3 * Math.sin(row) + 1);
            case VECTOR -> "%s %s".formatted(Math.sin(row), 5 - row);
            case COUNT -> Integer.toString(row % 5);
            case DETECTION -> row % 5 == 0 ? "[]" : "square %d 4 6 6".formatted(left(row));
            case SEGMENTATION, FORECAST -> throw new IllegalArgumentException(type + " has no cells of text.");
        };
    }

    /** A wave whose steps ahead of some moments are gone. */
    private static Column windows(TaskType type, int rows) {
        var values = IntStream.range(0, STRIDE * rows + AHEAD)
                .mapToDouble(step -> Math.sin(0.7 * step) + 0.1 * step)
                .toArray();
        var moments = IntStream.range(0, rows).map(row -> STRIDE * row + AHEAD).toArray();
        for (int row = 0; row < rows; row++) {
            for (int ahead = 0; ahead < AHEAD && lacks(type, row); ahead++) {
                values[moments[row] + ahead] = Double.NaN;
            }
        }
        return new Column.Windows(values, moments, AHEAD, AHEAD);
    }

    private static Column files(int rows, IntFunction<byte[]> of) {
        return Samples.files(IntStream.range(0, rows).mapToObj(of).toArray(byte[][]::new));
    }

    private static int left(int row) {
        return row % 9;
    }

    /** A square of six pixels. */
    private static boolean inside(int row, int pixel) {
        int x = pixel % SIDE - left(row);
        int y = pixel / SIDE - 4;
        return row % 5 != 0 && x >= 0 && y >= 0 && x < 6 && y < 6;
    }
}
