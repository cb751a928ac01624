package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.WindowColumns;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of a request that are steps of time: one window, whose future nobody knows.
 *
 * @param steps the cells, one row per step
 * @param order the places of the steps, oldest first
 */
@SuppressWarnings("ArrayRecordComponent")
record PastRows(Table steps, int[] order, WindowColumns columns) implements Table {

    /**
     * Reads the cells; throws Invalid when there are too few rows or several series, or with a pointer per wrong cell.
     *
     * @param columns the data set's, by name
     */
    static PastRows of(Experiment experiment, Map<String, ColumnInfo> columns, List<Map<String, JsonNode>> rows) {
        var asked = WindowColumns.of(experiment);
        if (rows.size() < asked.spec().steps()) {
            throw Invalid.field("/rows", tooFew(rows.size(), asked.spec()));
        }
        var read = new HashMap<>(columns);
        read.replaceAll((name, info) -> switch (asked.place(name)) {
            case PAST, AHEAD -> info.as(ColumnModality.NUMERIC, info.role(), info.reason());
            case SERIES -> info.as(ColumnModality.CATEGORICAL, info.role(), info.reason());
            case TIME -> info.as(ColumnModality.DATE, info.role(), info.reason());
            case LAST, NEXT -> info;
        });
        var order = Chronology.of(experiment.plan().split(), columns, rows);
        return new PastRows(JsonTable.of(experiment, read, rows), order, asked);
    }

    private static String tooFew(int rows, WindowSpec windows) {
        int back = windows.lookback();
        var seen = "There are %d rows, but the model sees %d steps back".formatted(rows, back);
        return windows.future() == 0
                ? "%s. Maybe send the last %d rows, oldest first.".formatted(seen, back)
                : "%s, and is told of the %d that it is asked for (%s). Maybe send the last %d rows and the next %d, oldest first."
                        .formatted(
                                seen,
                                windows.future(),
                                String.join(", ", windows.aheadColumns()),
                                back,
                                windows.future());
    }

    /** The first step that nobody has seen. */
    private int moment() {
        return order.length - columns.spec().future();
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public Column column(String name) {
        var cells = steps.column(name);
        return switch (columns.place(name)) {
            case PAST -> columns.past(ordered(cells, name), new int[] {moment()});
            case AHEAD -> columns.ahead(ordered(cells, name), new int[] {moment()});
            case SERIES, TIME, LAST -> WindowColumns.recurring(cells).picked(last());
            // Nobody knows it.
            case NEXT -> cells.picked(last());
        };
    }

    private int[] last() {
        return new int[] {order[moment() - 1]};
    }

    private double[] ordered(Column cells, String name) {
        if (cells instanceof Column.Numbers(var values)) {
            return IntStream.of(order).mapToDouble(row -> values[row]).toArray();
        }
        throw new IllegalArgumentException("The column (%s) holds no numbers.".formatted(name));
    }
}
