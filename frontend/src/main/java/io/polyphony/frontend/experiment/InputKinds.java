package io.polyphony.frontend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.engine.data.Modality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What kinds of inputs columns are.
 *
 * @param columns of the data set
 * @param used those that are read
 * @param forecasts whether rows are steps of time, so that of numbers the past is seen
 * @param ahead those whose numbers are known of the steps that are asked for
 */
record InputKinds(List<ColumnInfo> columns, Collection<String> used, boolean forecasts, Collection<String> ahead) {

    /** Columns of the table. */
    List<ColumnInfo> cells() {
        return columns.stream()
                .filter(column -> used.contains(column.name()) && modality(column) == Modality.TABULAR)
                .toList();
    }

    /** Of each input its modality: all columns of a table are one, all texts are one, each other column is one; the past of a forecast is one. */
    List<Modality> modalities() {
        var modalities = new ArrayList<Modality>();
        if (forecasts) {
            modalities.add(Modality.SERIES);
        }
        if (forecasts && !ahead.isEmpty()) {
            modalities.add(Modality.SERIES);
        }
        for (var column : columns) {
            var modality = modality(column);
            boolean gathered = modality == Modality.TABULAR || modality == Modality.TEXT || past(column);
            if (used.contains(column.name()) && !(gathered && modalities.contains(modality))) {
                modalities.add(modality);
            }
        }
        return modalities;
    }

    private boolean past(ColumnInfo column) {
        return forecasts && column.numbers() != null;
    }

    private Modality modality(ColumnInfo column) {
        if (past(column)) {
            return Modality.SERIES;
        }
        return switch (column.modality()) {
            case NUMERIC, CATEGORICAL, DATE -> Modality.TABULAR;
            case TEXT -> Modality.TEXT;
            case IMAGE -> Modality.IMAGE;
            case AUDIO -> Modality.AUDIO;
            case SERIES -> Modality.SERIES;
        };
    }
}
