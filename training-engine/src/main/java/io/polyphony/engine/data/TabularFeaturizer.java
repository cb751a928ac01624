package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.CODES;
import static io.polyphony.engine.data.InputLayout.NUMBERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numeric columns scaled, categorical columns coded. A row whose cells are all missing is not present. */
record TabularFeaturizer(String input, List<NumericColumn> numeric, List<CategoricalColumn> categorical)
        implements Featurizer {

    static TabularFeaturizer fit(TabularFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var numeric = new ArrayList<NumericColumn>();
        var categorical = new ArrayList<CategoricalColumn>();
        for (var name : input.columns()) {
            switch (table.column(name)) {
                case Column.Numbers(var values) ->
                    numeric.add(NumericColumn.fit(
                            name,
                            Arrays.stream(trainRows)
                                    .mapToDouble(row -> values[row])
                                    .toArray(),
                            spec.scaling()));
                case Column.Texts texts ->
                    categorical.add(CategoricalColumn.fit(name, texts, trainRows, spec.maxCategories()));
                case Column.Files _, Column.Windows _ ->
                    throw new IllegalArgumentException(
                            "The column (%s) of the input (%s) holds files or steps of time, but a table needs numbers or categories."
                                    .formatted(name, input.name()));
            }
        }
        return new TabularFeaturizer(input.name(), numeric, categorical);
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        if (!numeric.isEmpty()) {
            blocks.put(NUMBERS, BlockLayout.dense(width()).flagging(flagged()));
        }
        if (!categorical.isEmpty()) {
            blocks.put(CODES, BlockLayout.codes(categorical.size(), cardinalities()));
        }
        return new InputLayout(input, Modality.TABULAR, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var blocks = new LinkedHashMap<String, Block>();
        var present = new boolean[rows.length];
        if (!numeric.isEmpty()) {
            blocks.put(NUMBERS, new Block.Dense(new int[] {width()}, numbers(table, rows, present)));
        }
        if (!categorical.isEmpty()) {
            blocks.put(CODES, new Block.Codes(new int[] {categorical.size()}, codes(table, rows, present)));
        }
        clearAbsent(blocks, present);
        return new InputFeatures(input, rows.length, blocks, present);
    }

    @Override
    public Reading reading(Table table, int row) {
        var names = numeric.stream().map(NumericColumn::name);
        var flags = numeric.stream().filter(NumericColumn::flagged).map(NumericColumn::name);
        var columns = new LinkedHashMap<String, List<String>>();
        columns.put(NUMBERS, Stream.concat(names, flags).toList());
        columns.put(CODES, categorical.stream().map(CategoricalColumn::name).toList());
        var cells = new LinkedHashMap<String, @Nullable String>();
        columns.values()
                .forEach(some -> some.forEach(name -> cells.put(name, Labels.text(table.column(name), row, name))));
        return new Reading.Cells(columns, cells);
    }

    private int width() {
        return numeric.size()
                + (int) numeric.stream().filter(NumericColumn::flagged).count();
    }

    /** The columns whose missing cells are told by a bit, in the order of the bits. */
    private int[] flagged() {
        return IntStream.range(0, numeric.size())
                .filter(column -> numeric.get(column).flagged())
                .toArray();
    }

    private int[] cardinalities() {
        return categorical.stream().mapToInt(CategoricalColumn::cardinality).toArray();
    }

    private float[] numbers(Table table, int[] rows, boolean[] present) {
        var width = width();
        var numbers = new float[rows.length * width];
        var bit = numeric.size();
        for (var c = 0; c < numeric.size(); c++) {
            var column = numeric.get(c);
            var cells = table.column(column.name());
            for (var i = 0; i < rows.length; i++) {
                var cell = Labels.number(cells, rows[i], column.name());
                present[i] |= Double.isFinite(cell);
                numbers[i * width + c] = column.scaled(cell);
                if (column.flagged()) {
                    numbers[i * width + bit] = Double.isFinite(cell) ? 0 : 1;
                }
            }
            bit += column.flagged() ? 1 : 0;
        }
        return numbers;
    }

    private int[] codes(Table table, int[] rows, boolean[] present) {
        var width = categorical.size();
        var codes = new int[rows.length * width];
        for (var c = 0; c < width; c++) {
            var column = categorical.get(c);
            var cells = table.column(column.name());
            for (var i = 0; i < rows.length; i++) {
                var value = Labels.text(cells, rows[i], column.name());
                present[i] |= value != null;
                codes[i * width + c] = value == null ? 0 : column.values().code(value);
            }
        }
        return codes;
    }

    private static void clearAbsent(LinkedHashMap<String, Block> blocks, boolean[] present) {
        if (blocks.get(NUMBERS) instanceof Block.Dense numbers) {
            for (var i = 0; i < present.length; i++) {
                if (!present[i]) {
                    Arrays.fill(numbers.values(), i * numbers.size(), (i + 1) * numbers.size(), 0);
                }
            }
        }
    }
}
