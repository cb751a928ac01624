package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.experiment.Experiment;
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
record PastRows(Table steps, int[] order, WindowSpec windows) implements Table {

    /**
     * Reads the cells; throws Invalid when there are too few rows or several series, or with a pointer per wrong cell.
     *
     * @param columns the data set's, by name
     */
    static PastRows of(
            Experiment experiment,
            Map<String, ColumnInfo> columns,
            WindowSpec windows,
            List<Map<String, JsonNode>> rows) {
        if (rows.size() < windows.lookback()) {
            throw Invalid.field(
                    "/rows",
                    "There are %d rows, but the model sees %d steps back. Maybe send the last %d rows, oldest first."
                            .formatted(rows.size(), windows.lookback(), windows.lookback()));
        }
        var numeric = new HashMap<>(columns);
        experiment.plan().inputs().stream()
                .flatMap(input -> input.columns().stream())
                .forEach(name -> numeric.computeIfPresent(
                        name, (_, info) -> info.as(ColumnModality.NUMERIC, info.role(), info.reason())));
        var order = Chronology.of(experiment.plan().split(), columns, rows);
        return new PastRows(JsonTable.of(experiment, numeric, rows), order, windows);
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public Column column(String name) {
        if (steps.column(name) instanceof Column.Numbers(var values)) {
            var ordered = IntStream.of(order).mapToDouble(row -> values[row]).toArray();
            return new Column.Windows(ordered, new int[] {values.length}, windows.lookback(), windows.horizon());
        }
        throw new IllegalArgumentException("The column (%s) holds no numbers.".formatted(name));
    }
}
