package io.polyphony.engine.data;

import org.jspecify.annotations.Nullable;

/** Reads target cells out of raw columns, whatever their type. */
final class Labels {

    private Labels() {}

    /** The cell as a class name ("1" for 1.0), or null when it is missing. */
    static @Nullable String text(Column column, int row, String name) {
        return switch (column) {
            case Column.Numbers(var values) -> Double.isNaN(values[row]) ? null : written(values[row]);
            case Column.Texts(var values) -> blankAsMissing(values[row]);
            case Column.Dates dates -> blankAsMissing(dates.values()[row]);
            case Column.Files _, Column.Windows _ -> throw unfit(name);
        };
    }

    /** The cell as a number, or NaN when it is missing. */
    static double number(Column column, int row, String name) {
        return switch (column) {
            case Column.Numbers(var values) -> values[row];
            case Column.Texts(var values) -> parsed(blankAsMissing(values[row]), row, name);
            case Column.Files _, Column.Windows _, Column.Dates _ -> throw unfit(name);
        };
    }

    static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static @Nullable String blankAsMissing(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static double parsed(@Nullable String value, int row, String name) {
        if (value == null) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The target (%s) has the text (%s) in data row %d, but a regression needs numbers.%nMaybe it is a classification."
                            .formatted(name, value, row + 1),
                    e);
        }
    }

    private static IllegalArgumentException unfit(String name) {
        return new IllegalArgumentException(
                "The column (%s) holds files or steps of time and cannot be such a target.%nMaybe it is an input."
                        .formatted(name));
    }
}
