package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a column's cells, by channel and step. */
record SeriesCells(Column column, String name) {
    /** The channels of a row; none when the cell is missing or empty. A step that is no number (nan, null) is NaN. */
    List<float[]> channels(int row) {
        var cell = text(row);
        var channels = new ArrayList<float[]>();
        if (cell != null) {
            SeriesText.channels(cell).forEach(steps -> channels.add(numbers(steps, row)));
        }
        return channels;
    }

    private @Nullable String text(int row) {
        return switch (column) {
            case Column.Texts(var values) -> values[row];
            case Column.Numbers(var values) -> Double.isNaN(values[row]) ? null : Double.toString(values[row]);
            case Column.Files _, Column.Windows _, Column.Dates _ ->
                throw new IllegalArgumentException(
                        "The column (%s) holds files, dates or steps of time, but a series needs cells of numbers."
                                .formatted(name));
        };
    }

    private float[] numbers(List<String> steps, int row) {
        var numbers = new float[steps.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = number(steps.get(i), row);
        }
        return numbers;
    }

    private float number(String token, int row) {
        if (SeriesText.isMissing(token)) {
            return Float.NaN;
        }
        try {
            return Float.parseFloat(token);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The column (%s) has (%s) in data row %d, but a series is numbers with blanks or commas between them.%nMaybe it is a text."
                            .formatted(name, token, row + 1),
                    e);
        }
    }
}
