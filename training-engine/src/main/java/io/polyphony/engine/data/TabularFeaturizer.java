package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.BINS;
import static io.polyphony.engine.data.InputLayout.CODES;
import static io.polyphony.engine.data.InputLayout.LINE;
import static io.polyphony.engine.data.InputLayout.NUMBERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numeric columns scaled, categorical columns coded. A row whose cells are all missing is not present.
 *
 * @param bins of each numeric column, or none at all
 * @param straight each numeric column for lines, or none at all
 * @param room bins that each numeric column has room for
 */
record TabularFeaturizer(
        String input,
        List<NumericColumn> numeric,
        List<CategoricalColumn> categorical,
        List<NumberBins> bins,
        int room,
        List<StraightColumn> straight)
        implements Featurizer {
    TabularFeaturizer {
        // What was fitted before there were bins has none.
        bins = Objects.requireNonNullElse(bins, List.of());
        // What was fitted before there were lines has none.
        straight = Objects.requireNonNullElse(straight, List.of());
    }

    /** @param answers what is to be told of the train rows, asked for where columns are screened */
    static TabularFeaturizer fit(
            TabularFeatures spec, Table table, InputSpec input, int[] trainRows, Supplier<List<TaskLabels>> answers) {
        var numeric = new ArrayList<NumericColumn>();
        var categorical = new ArrayList<CategoricalColumn>();
        var counts = new CountColumns();
        for (var name : input.columns()) {
            // Once: a table may read the whole column whenever it is asked for it.
            var column = table.column(name);
            switch (column) {
                case Column.Numbers _ -> numeric.add(number(column, name, trainRows, spec));
                case Column.Dates dates ->
                    numeric.addAll(NumericColumn.fitDates(name, dates, trainRows, spec.scaling()));
                case Column.Texts texts -> {
                    categorical.add(CategoricalColumn.fit(name, texts, trainRows, spec.maxCategories()));
                    counts.look(texts, () -> number(texts, name, trainRows, spec));
                }
                case Column.Files _, Column.Windows _ ->
                    throw new IllegalArgumentException(
                            "The column (%s) of the input (%s) holds files or steps of time, but a table needs numbers, dates or categories."
                                    .formatted(name, input.name()));
            }
        }
        counts.move(categorical, numeric);
        if (spec.screening() == Screening.TELLING) {
            var telling = ColumnScreen.telling(numeric, categorical, table, trainRows, answers.get());
            numeric.removeIf(column -> !telling.contains(column.name()));
            categorical.removeIf(column -> !telling.contains(column.name()));
        }
        var bins = spec.bins() == 0
                ? List.<NumberBins>of()
                : numeric.stream()
                        .map(column -> NumberBins.fit(column.read(table, trainRows), spec.bins()))
                        .toList();
        var straight = numeric.stream()
                .filter(_ -> spec.lined())
                .map(column -> StraightColumn.fit(column.read(table, trainRows)))
                .toList();
        return new TabularFeaturizer(input.name(), numeric, categorical, bins, spec.bins(), straight);
    }

    private static NumericColumn number(Column column, String name, int[] rows, TabularFeatures spec) {
        var cells = Arrays.stream(rows)
                .mapToDouble(row -> Labels.number(column, row, name))
                .toArray();
        return NumericColumn.fit(name, cells, spec.scaling());
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        if (!numeric.isEmpty()) {
            blocks.put(NUMBERS, BlockLayout.dense(width()).flagging(flagged()));
        }
        if (!bins.isEmpty()) {
            blocks.put(BINS, BlockLayout.dense(numeric.size(), room));
        }
        if (!straight.isEmpty()) {
            blocks.put(LINE, BlockLayout.dense(straight.size()));
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
        if (!bins.isEmpty()) {
            blocks.put(BINS, new Block.Dense(new int[] {numeric.size(), room}, binned(table, rows)));
        }
        if (!straight.isEmpty()) {
            blocks.put(LINE, new Block.Dense(new int[] {straight.size()}, lined(table, rows)));
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
        columns.put(
                BINS,
                bins.isEmpty()
                        ? List.of()
                        : numeric.stream()
                                .flatMap(column -> Collections.nCopies(room, column.name()).stream())
                                .toList());
        columns.put(
                LINE,
                straight.isEmpty()
                        ? List.of()
                        : numeric.stream().map(NumericColumn::name).toList());
        columns.put(CODES, categorical.stream().map(CategoricalColumn::name).toList());
        var cells = new LinkedHashMap<String, @Nullable String>();
        columns.values()
                .forEach(some -> some.forEach(name -> cells.put(name, Labels.text(table.column(name), row, name))));
        return new Reading.Cells(columns, cells);
    }

    /** A row that tells nothing has the middle of every column. */
    @Override
    public Map<String, float[]> silent() {
        var middle = new float[bins.size() * room];
        for (var c = 0; c < bins.size(); c++) {
            bins.get(c).write(numeric.get(c).fill(), middle, c * room);
        }
        return bins.isEmpty() ? Map.of() : Map.of(BINS, middle);
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
            var cells = column.read(table, rows);
            for (var i = 0; i < rows.length; i++) {
                var cell = cells[i];
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

    private float[] binned(Table table, int[] rows) {
        var shares = new float[Math.multiplyExact(rows.length, numeric.size() * room)];
        for (var c = 0; c < numeric.size(); c++) {
            var column = numeric.get(c);
            var cells = column.read(table, rows);
            for (var i = 0; i < rows.length; i++) {
                var known = Double.isFinite(cells[i]) ? cells[i] : column.fill();
                bins.get(c).write(known, shares, (i * numeric.size() + c) * room);
            }
        }
        return shares;
    }

    private float[] lined(Table table, int[] rows) {
        var distances = new float[rows.length * straight.size()];
        for (var c = 0; c < straight.size(); c++) {
            var cells = numeric.get(c).read(table, rows);
            for (var i = 0; i < rows.length; i++) {
                distances[i * straight.size() + c] = straight.get(c).distance(cells[i]);
            }
        }
        return distances;
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
                codes[i * width + c] = column.code(value);
            }
        }
        return codes;
    }

    private static void clearAbsent(LinkedHashMap<String, Block> blocks, boolean[] present) {
        for (var i = 0; i < present.length; i++) {
            for (var block : present[i] ? List.<Block>of() : blocks.values()) {
                switch (block) {
                    case Block.Dense numbers ->
                        Arrays.fill(numbers.values(), i * numbers.size(), (i + 1) * numbers.size(), 0);
                    case Block.Codes codes -> Arrays.fill(codes.values(), i * codes.size(), (i + 1) * codes.size(), 0);
                }
            }
        }
    }
}
