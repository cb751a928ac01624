package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Invalid;
import java.util.List;

/** Whether a column can be predicted. */
final class Targets {
    private Targets() {}

    static ColumnInfo require(List<ColumnInfo> columns, String name) {
        var column = columns.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("There is no column (%s), only %s."
                        .formatted(name, columns.stream().map(ColumnInfo::name).toList())));
        if (column.modality().isMedia()) {
            throw refused("The column (%s) cannot be a target: it names files.".formatted(name));
        }
        if (column.distinct() == 0) {
            throw refused("The column (%s) cannot be a target: every cell is missing.".formatted(name));
        }
        if (column.distinct() == 1) {
            throw refused(
                    "The column (%s) cannot be a target: it has one class only (%s).%nMaybe the rows of the other classes were filtered out."
                            .formatted(
                                    name,
                                    column.topValues().keySet().stream()
                                            .findFirst()
                                            .orElse("always the same value")));
        }
        return column;
    }

    private static Invalid refused(String detail) {
        return Invalid.field("/tasks", detail);
    }
}
