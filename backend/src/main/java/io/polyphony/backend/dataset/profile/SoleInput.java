package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import java.util.List;

/** Where a table has one column to predict and nothing to read but single words, those are the input: names, addresses of pages, host names. */
public final class SoleInput {
    private SoleInput() {}

    /** The columns, of which the words are read if there would be nothing else. */
    public static List<ColumnInfo> settle(List<ColumnInfo> columns) {
        var others = columns.stream()
                .filter(column -> column.role() == ColumnRole.INPUT || column.role() == ColumnRole.TARGET)
                .count();
        return others != 1
                ? columns
                : columns.stream()
                        .map(column -> column.role() == ColumnRole.ID && column.modality() == ColumnModality.TEXT
                                ? column.as(
                                        ColumnModality.TEXT,
                                        ColumnRole.INPUT,
                                        column.reason() + "; read, since there is nothing else to read")
                                : column)
                        .toList();
    }
}
