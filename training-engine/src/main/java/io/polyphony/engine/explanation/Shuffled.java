package io.polyphony.engine.explanation;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table in which one column's cells have changed places.
 *
 * @param places the rows whose cells change places
 * @param order which of these rows gives its cell to the i-th
 */
record Shuffled(Table table, String name, int[] places, int[] order) implements Table {

    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public Column column(String wanted) {
        var column = table.column(wanted);
        return wanted.equals(name) ? shuffled(column) : column;
    }

    private Column shuffled(Column column) {
        return switch (column) {
            case Column.Numbers(var values) -> {
                var moved = values.clone();
                for (int i = 0; i < places.length; i++) {
                    moved[places[i]] = values[places[order[i]]];
                }
                yield new Column.Numbers(moved);
            }
            case Column.Texts(var values) -> new Column.Texts(texts(values));
            case Column.Dates(var values, boolean recurring) -> new Column.Dates(texts(values), recurring);
            case Column.Windows(var values, var moments, int past, int ahead) -> {
                var moved = moments.clone();
                for (int i = 0; i < places.length; i++) {
                    moved[places[i]] = moments[places[order[i]]];
                }
                yield new Column.Windows(values, moved, past, ahead);
            }
            case Column.Files files ->
                new Column.Files(files.rows(), row -> files.reader().read(source(row)));
        };
    }

    private @Nullable String[] texts(@Nullable String[] values) {
        @Nullable String[] moved = values.clone();
        for (int i = 0; i < places.length; i++) {
            moved[places[i]] = values[places[order[i]]];
        }
        return moved;
    }

    private int source(int row) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == row) {
                return places[order[i]];
            }
        }
        return row;
    }
}
