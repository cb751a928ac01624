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
        requireMask(column);
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

    private static void requireMask(ColumnInfo column) {
        if (column.modality().isMedia() && !column.holdsMasks()) {
            throw refused(
                    "The column (%s) cannot be a target: it names files, and they are no masks.%nMasks are images of 2 to 32 levels, one per class. Maybe these were saved as JPEG or with soft edges."
                            .formatted(column.name()));
        }
    }

    private static Invalid refused(String detail) {
        return Invalid.field("/tasks", detail);
    }
}
