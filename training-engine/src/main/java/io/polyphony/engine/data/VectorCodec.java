package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringTokenizer;

/**
 * Cells with as many numbers each, {@code 1.0 2.0 3.0} or {@code [1.0, 2.0, 3.0]}, to standardised values and back, number by
 * number: each has a mean and a deviation of its own. A number may be missing alone (nan, null).
 *
 * @param means of the train rows, one for each number
 * @param deviations likewise
 * @param bent likewise whether those far from the others are drawn in, as {@link ValueCodec} does; means and deviations are medians and
 *     widths of the bulk then
 */
public record VectorCodec(TaskSpec task, double[] means, double[] deviations, boolean[] bent) implements TaskCodec {
    private static final String BETWEEN = " \t\r\n,;|[]()";

    public VectorCodec {
        // What was fitted before anything was bent is not.
        bent = Objects.requireNonNullElseGet(bent, () -> new boolean[means.length]);
    }

    static VectorCodec fit(TaskSpec task, Table table, int[] trainRows) {
        var column = table.column(task.name());
        var first = Arrays.stream(trainRows)
                .filter(row -> Labels.text(column, row, task.name()) != null)
                .findFirst();
        var width = first.isEmpty() ? 0 : numbers(column, first.getAsInt(), task.name(), -1).length;
        if (width < 2) {
            throw new IllegalArgumentException(
                    "The target (%s) has %d numbers in its first train row with any, but a vector has at least two.%nMaybe it is a regression, or the split left no row."
                            .formatted(task.name(), width));
        }
        var rows = new double[trainRows.length][];
        Arrays.setAll(rows, i -> numbers(column, trainRows[i], task.name(), width));
        var means = new double[width];
        var deviations = new double[width];
        var bent = new boolean[width];
        for (var k = 0; k < width; k++) {
            var place = k;
            var known = Arrays.stream(rows)
                    .filter(row -> row.length > 0 && Double.isFinite(row[place]))
                    .mapToDouble(row -> row[place])
                    .toArray();
            var scale = ValueCodec.scale(task.aim(), known.length == 0 ? new double[1] : known);
            means[k] = scale.middle();
            deviations[k] = scale.unit();
            bent[k] = scale.bent();
        }
        return new VectorCodec(task, means, deviations, bent);
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public int width() {
        return means.length;
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var column = table.column(task.name());
        var values = new float[Math.multiplyExact(rows.length, width())];
        var mask = new float[values.length];
        for (var i = 0; i < rows.length; i++) {
            var numbers = numbers(column, rows[i], task.name(), width());
            for (var k = 0; k < numbers.length; k++) {
                var value = standardise(numbers[k], k);
                values[i * width() + k] = Double.isFinite(value) ? (float) value : 0;
                mask[i * width() + k] = Double.isFinite(value) ? 1 : 0;
            }
        }
        return new TaskLabels(task.name(), task.type(), List.of(), values, mask, 0, 1, width());
    }

    /**
     * The numbers of a cell, none where it is missing.
     *
     * @param width how many there must be; negative: any
     */
    private static double[] numbers(Column column, int row, String name, int width) {
        var cell = Labels.text(column, row, name);
        if (cell == null) {
            return new double[0];
        }
        var tokens = new StringTokenizer(cell, BETWEEN);
        var numbers = new double[tokens.countTokens()];
        for (var k = 0; k < numbers.length; k++) {
            numbers[k] = number(tokens.nextToken(), cell, row, name);
        }
        if (width >= 0 && numbers.length != width) {
            throw new IllegalArgumentException(
                    "The target (%s) has %d numbers in data row %d (%s), but %d in others.%nMaybe write nan for a number that is missing."
                            .formatted(name, numbers.length, row + 1, cell, width));
        }
        return numbers;
    }

    private static double number(String token, String cell, int row, String name) {
        var lower = token.toLowerCase(Locale.ROOT);
        if (lower.equals("nan") || lower.equals("null") || lower.equals("na")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The target (%s) has (%s) in data row %d, but a vector is numbers with blanks or commas between them.%nMaybe it is a multilabel task."
                            .formatted(name, cell, row + 1),
                    e);
        }
    }

    @Override
    public double decode(double value) {
        return decode(value, 0);
    }

    @Override
    public double decode(double value, int place) {
        return Scale.straightened(bent[place], value) * deviations[place] + means[place];
    }

    @Override
    public double unrounded(double value, int place) {
        return decode(value, place);
    }

    @Override
    public double standardise(double value, int place) {
        return Scale.bent(bent[place], (value - means[place]) / deviations[place]);
    }
}
