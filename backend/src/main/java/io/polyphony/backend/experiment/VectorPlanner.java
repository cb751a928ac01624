package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks that cells of vectors are numbers, as many in each. */
record VectorPlanner(DatasetTables tables, DatasetVersionId version, Faults faults) {

    void check(List<ExperimentTask> tasks) {
        tasks.stream()
                .filter(task -> task.type() == TaskType.VECTOR)
                .forEach(task -> faults.at("/tasks", () -> fitted(task)));
    }

    private TaskCodec fitted(ExperimentTask task) {
        var cells = tables.load(version, List.of(task.name())).texts(task.name());
        var rows = IntStream.range(0, cells.length).toArray();
        return TaskCodec.fit(task.spec(), new Cells(cells), rows, List.of(), Map.of());
    }

    /** The target alone. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Cells(@Nullable String[] values) implements Table {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public Column column(String name) {
            return new Column.Texts(values);
        }
    }
}
