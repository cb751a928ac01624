package io.polyphony.backend.trial;

import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.dataset.Windows;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Table;

/** A table of time steps as the engine reads it for forecasts: each row is a window. */
record PastTable(TableData data, Windows windows, WindowSpec spec) implements Table {

    @Override
    public int rows() {
        return windows.moments().length;
    }

    @Override
    public Column column(String name) {
        return new Column.Windows(
                windows.ordered(data.numbers(name)), windows.moments(), spec.lookback(), spec.horizon());
    }
}
