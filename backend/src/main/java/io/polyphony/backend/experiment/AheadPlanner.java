package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks that what is said to be known ahead are numbers that nothing else is made of. */
record AheadPlanner(Map<String, ColumnInfo> columns, Faults faults) {

    /** @param ahead null: nothing is known */
    void check(@Nullable List<String> ahead, List<ExperimentTask> tasks, @Nullable String time) {
        var named = ahead == null ? List.<String>of() : ahead;
        for (int i = 0; i < named.size(); i++) {
            var pointer = "/split/ahead/" + i;
            var name = named.get(i);
            if (faults.known(pointer, "column", name, columns.keySet())) {
                faults.unless(
                        Objects.requireNonNull(columns.get(name)).numbers() != null,
                        pointer,
                        "The column (%s) holds no numbers, but only numbers can be known ahead. Maybe write its categories as columns of 0 and 1."
                                .formatted(name));
                faults.unless(
                        tasks.stream().noneMatch(task -> task.name().equals(name)),
                        pointer,
                        "The column (%s) is to be predicted, and so is not known ahead. Maybe leave it out."
                                .formatted(name));
                faults.unless(
                        !name.equals(time) && named.indexOf(name) == i,
                        pointer,
                        "The column (%s) puts the rows in order or is named twice. Maybe leave it out."
                                .formatted(name));
            }
        }
    }
}
