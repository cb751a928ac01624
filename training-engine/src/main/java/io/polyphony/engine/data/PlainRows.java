package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows given as plain values by column, as a fitted preprocessor reads them: numbers, texts and truth values as they are,
 * pictures and sounds as the bytes of a file, the past of a forecast as a list of numbers. What is null or left out is
 * missing.
 */
public final class PlainRows implements Table {
    private final int rows;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private PlainRows(int rows) {
        this.rows = rows;
    }

    /**
     * The rows as a table.
     *
     * @throws IllegalArgumentException if a row has a column that the preprocessor knows not, or a cell is of a wrong kind
     */
    public static PlainRows of(Preprocessor preprocessor, List<? extends Map<String, ?>> rows) {
        var table = new PlainRows(rows.size());
        for (var input : preprocessor.inputs()) {
            for (var name : input.columns()) {
                table.columns.put(
                        name,
                        Optional.ofNullable(preprocessor.featurizers().get(input.name()))
                                .map(Featurizer::overTime)
                                .filter(OptionalInt::isPresent)
                                .map(steps -> pasts(name, rows, steps.getAsInt()))
                                .orElseGet(() -> column(input, name, rows)));
            }
        }
        preprocessor.featurizers().values().forEach(featurizer -> requireNumbers(featurizer, table));
        refuseStrangers(preprocessor, table.columns, rows);
        // Masks and boxes are told in their pictures' pixels, so that their column is looked at even where nobody knows
        // them.
        preprocessor.codecs().stream()
                .filter(codec -> codec.picture() != null)
                .forEach(codec -> table.columns.put(codec.task().name(), unknown(codec, rows.size())));
        return table;
    }

    private static Column unknown(TaskCodec codec, int rows) {
        return codec instanceof MaskCodec ? new Column.Files(rows, _ -> null) : new Column.Texts(new String[rows]);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Column column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "The rows have no column (%s), only %s.".formatted(name, columns.keySet()));
        }
        return column;
    }

    private static Column column(InputSpec input, String name, List<? extends Map<String, ?>> rows) {
        return switch (input.modality()) {
            case TABULAR, TEXT, SERIES -> texts(name, rows);
            case IMAGE, AUDIO -> files(name, rows);
        };
    }

    /** Every row brings its own past, which is as long as the model looks back. */
    private static Column pasts(String name, List<? extends Map<String, ?>> rows, int steps) {
        var values = new double[rows.size() * steps];
        var moments = new int[rows.size()];
        Arrays.fill(values, Double.NaN);
        for (int row = 0; row < moments.length; row++) {
            moments[row] = (row + 1) * steps;
            var past = numbers(rows.get(row).get(name), name, row);
            for (int back = 1; back <= Math.min(steps, past.length); back++) {
                values[moments[row] - back] = past[past.length - back];
            }
        }
        return new Column.Windows(values, moments, steps, 0);
    }

    private static double[] numbers(@Nullable Object cell, String name, int row) {
        return switch (cell) {
            case null -> new double[0];
            case double[] numbers -> numbers;
            case List<?> list ->
                list.stream()
                        .mapToDouble(number -> {
                            if (number == null) {
                                return Double.NaN;
                            }
                            if (number instanceof Number known) {
                                return known.doubleValue();
                            }
                            throw wrong(name, row, String.valueOf(number), "numbers, oldest first");
                        })
                        .toArray();
            default -> throw wrong(name, row, cell.getClass().getSimpleName(), "a list of numbers, oldest first");
        };
    }

    private static Column texts(String name, List<? extends Map<String, ?>> rows) {
        var texts = new @Nullable String[rows.size()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = text(rows.get(row).get(name), name, row);
        }
        return new Column.Texts(texts);
    }

    private static @Nullable String text(@Nullable Object cell, String name, int row) {
        return switch (cell) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth.toString();
            case Number number -> Double.isNaN(number.doubleValue()) ? null : Labels.written(number.doubleValue());
            default -> throw wrong(name, row, cell.getClass().getSimpleName(), "a text or a number");
        };
    }

    private static Column files(String name, List<? extends Map<String, ?>> rows) {
        var files = new byte @Nullable [rows.size()][];
        for (int row = 0; row < files.length; row++) {
            var cell = rows.get(row).get(name);
            if (cell != null && !(cell instanceof byte[])) {
                throw wrong(name, row, cell.getClass().getSimpleName(), "the bytes of a file");
            }
            files[row] = (byte[]) cell;
        }
        return new Column.Files(files.length, row -> files[row]);
    }

    private static void requireNumbers(Featurizer featurizer, PlainRows table) {
        if (!(featurizer instanceof TabularFeaturizer tabular)) {
            return;
        }
        for (var column : tabular.numeric()) {
            for (int row = 0; row < table.rows; row++) {
                var cell = Labels.text(table.column(column.name()), row, column.name());
                boolean date = column.part() != null;
                if (cell != null && !(date ? DateText.date(cell).isPresent() : isNumber(cell))) {
                    throw wrong(
                            column.name(),
                            row,
                            cell,
                            date ? "a date such as 2024-05-31 or 2024-05-31T14:30" : "a number");
                }
            }
        }
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void refuseStrangers(
            Preprocessor preprocessor, Map<String, Column> columns, List<? extends Map<String, ?>> rows) {
        var known = new TreeSet<>(columns.keySet());
        preprocessor.tasks().forEach(task -> known.add(task.name()));
        for (int row = 0; row < rows.size(); row++) {
            for (var name : rows.get(row).keySet()) {
                if (!known.contains(name)) {
                    throw new IllegalArgumentException(
                            "Row %d has the column (%s), which the model does not read.%nMaybe one of %s is meant."
                                    .formatted(row + 1, name, columns.keySet()));
                }
            }
        }
    }

    private static IllegalArgumentException wrong(String name, int row, String found, String needed) {
        return new IllegalArgumentException(
                "The column (%s) has (%s) in row %d, but needs %s.%nMaybe leave the cell out if it is not known."
                        .formatted(name, found, row + 1, needed));
    }
}
