package io.polyphony.backend.dataset;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums columns up to the profile of a version. */
final class Profiles {
    private Profiles() {}

    static DatasetProfile of(VersionSummary version, List<ColumnInfo> columns) {
        var modalities = new EnumMap<ColumnModality, Long>(ColumnModality.class);
        columns.stream()
                .filter(c -> c.role() == ColumnRole.INPUT)
                .forEach(c -> modalities.merge(c.modality(), 1L, Long::sum));
        Map<String, Long> splits = columns.stream()
                .filter(c -> c.role() == ColumnRole.SPLIT)
                .findFirst()
                .map(ColumnInfo::topValues)
                .orElse(Map.of());
        var hints = columns.stream()
                .flatMap(c -> c.hints().stream().map(hint -> c.name() + ": " + hint))
                .toList();
        return new DatasetProfile(version, columns, splits, modalities, hints);
    }
}
