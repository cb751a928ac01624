package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetVersionId;
import java.util.Collection;
import java.util.List;

/** Rows for training. For the platform's own work: whoever calls has checked access already. */
public interface DatasetTables {
    /**
     * Loads the whole table of a READY version.
     *
     * @throws io.polyphony.backend.common.NotFound when there is no such version or it is not READY
     */
    TableData load(DatasetVersionId version);

    /** Loads these columns only. */
    TableData load(DatasetVersionId version, Collection<String> columns);

    /** The columns of a READY version in the order of the file. */
    List<ColumnInfo> columns(DatasetVersionId version);
}
