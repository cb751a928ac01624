package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Splits;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many folds the data call for, where the person says nothing: few rows are too dear to let a fifth of them lie idle, and what
 * so few say of a trial is mostly chance. Pictures and recordings take too long to be learned five times over.
 *
 * @param belowRows train rows from which on one network per trial is enough; 0: it always is
 */
record FoldPlanner(DatasetTables tables, DatasetVersionId version, int belowRows) {
    static final int USUAL = 5;
    /** Of so few rows a trial in folds takes no time. */
    private static final int FEW = 1000;
    /** Of so many rows a search in folds still tries several networks. */
    private static final int ROWS_PER_MINUTE = 1500;

    /**
     * With fewer train rows folds are worth it.
     *
     * @param most whatever the budget is; 0: never
     * @param minutes that the search may take; null: as long as its trials take
     */
    static int belowRows(int most, @Nullable Double minutes) {
        return minutes == null ? most : (int) Math.clamp(ROWS_PER_MINUTE * minutes, Math.min(FEW, most), most);
    }

    /** The same split, in folds where they are worth it. */
    SplitSpec plan(SplitSpec split, @Nullable SplitRequest wanted, List<InputSpec> inputs) {
        boolean asked = wanted != null && wanted.folds() != null;
        boolean quick = inputs.stream()
                .map(InputSpec::modality)
                .noneMatch(modality -> modality == Modality.IMAGE || modality == Modality.AUDIO);
        if (asked || !quick || split.windows() != null || belowRows == 0) {
            return split;
        }
        var table = tables.load(version, split.columns());
        return table.rows() > 0 && !validates(table, split.splitColumn()) && few(table, split)
                ? split.folded(USUAL)
                : split;
    }

    /** Who says which rows validate is believed. */
    private static boolean validates(TableData table, @Nullable String splitColumn) {
        return splitColumn != null
                && Stream.of(table.texts(splitColumn))
                        .filter(Objects::nonNull)
                        .anyMatch(word -> SplitPart.of(word)
                                .filter(SplitPart.VALIDATION::equals)
                                .isPresent());
    }

    /** Whether there are few rows, but enough for folds. */
    private boolean few(TableData table, SplitSpec split) {
        try {
            var parts = Splits.of(table, split);
            return parts.train().length < belowRows
                    && !Splits.folds(table, split.folded(USUAL), parts).isEmpty();
        } catch (Invalid impossible) {
            return false; // Whoever asks for the split next says why, if it is not the folds.
        }
    }
}
