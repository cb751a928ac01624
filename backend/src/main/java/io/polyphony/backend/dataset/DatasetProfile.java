package io.polyphony.backend.dataset;

import java.util.List;
import java.util.Map;

/**
 * What a version looks like as a whole.
 *
 * @param splits rows per value of the split column; empty when there is none
 * @param modalities inputs per modality
 * @param hints what a person should look at before training
 */
public record DatasetProfile(
        VersionSummary version,
        List<ColumnInfo> columns,
        Map<String, Long> splits,
        Map<ColumnModality, Long> modalities,
        List<String> hints) {}
