package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.engine.data.ColumnRuns;
import java.util.Collection;
import java.util.List;

/** Columns of a table that are steps of one measurement. */
public final class StepColumns {
    private StepColumns() {}

    /** How many there are, of all channels; 0 for none. */
    public static int count(Collection<ColumnInfo> inputs) {
        var numbers = inputs.stream()
                .filter(StepColumns::holdsNumbers)
                .map(ColumnInfo::name)
                .toList();
        return ColumnRuns.of(numbers).stream().mapToInt(List::size).sum();
    }

    /** Whole numbers of few values are categories, and numbers all the same. */
    private static boolean holdsNumbers(ColumnInfo column) {
        var numbers = column.numbers();
        return column.modality() == ColumnModality.NUMERIC
                || column.modality() == ColumnModality.CATEGORICAL && numbers != null && numbers.unreadable() == 0;
    }
}
