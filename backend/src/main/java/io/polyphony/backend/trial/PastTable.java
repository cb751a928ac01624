package io.polyphony.backend.trial;

import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.dataset.Windows;
import io.polyphony.backend.experiment.WindowColumns;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Table;

/**
 * A table of time steps as the engine reads it for forecasts: each row is a window. Of columns whose past is seen it is all
 * steps, of those known ahead the ones that are asked for, of others the last one that is seen, and of what else is to be told the next one.
 *
 * @param cells the same columns step by step
 */
record PastTable(TableData data, Table cells, Windows windows, WindowColumns columns) implements Table {

    @Override
    public int rows() {
        return windows.moments().length;
    }

    @Override
    public byte[] encoder(String content) {
        return cells.encoder(content);
    }

    @Override
    public Column column(String name) {
        return switch (columns.place(name)) {
            case PAST -> columns.past(windows.ordered(data.numbers(name)), windows.moments());
            case AHEAD -> columns.ahead(windows.ordered(data.numbers(name)), windows.moments());
            case SERIES -> new Column.Texts(data.texts(name)).picked(windows.rows(-1));
            case TIME -> new Column.Dates(data.texts(name), true).picked(windows.rows(-1));
            case LAST -> WindowColumns.recurring(cells.column(name)).picked(windows.rows(-1));
            case NEXT -> cells.column(name).picked(windows.rows(0));
        };
    }
}
