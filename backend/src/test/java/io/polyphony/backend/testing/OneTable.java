package io.polyphony.backend.testing;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.NumberStats;
import io.polyphony.backend.dataset.TableData;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same table, whatever is asked for; and the columns of such tables, of which tests only tell what they are about. */
public record OneTable(TableData table) implements DatasetTables {
    /** A column of categories that is an input. */
    public static ColumnInfo input(String name) {
        return column(name, 0, ColumnModality.CATEGORICAL, ColumnRole.INPUT, null);
    }

    public static ColumnInfo column(
            String name, int position, ColumnModality modality, ColumnRole role, @Nullable NumberStats numbers) {
        return new ColumnInfo(
                name, position, modality, role, "", 0, 2, Map.of(), numbers, null, null, false, null, null, List.of());
    }

    @Override
    public TableData load(DatasetVersionId version) {
        return table;
    }

    @Override
    public TableData load(DatasetVersionId version, Collection<String> columns) {
        return table;
    }

    @Override
    public List<ColumnInfo> columns(DatasetVersionId version) {
        return table.columns();
    }
}
