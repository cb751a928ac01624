package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Splits;
import io.polyphony.backend.dataset.TableData;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many folds the data call for, where the person says nothing: few rows are too dear to let a fifth of them lie idle, and what
 * so few say of a trial is mostly chance.
 *
 * @param belowRows train rows from which on one network per trial is enough ({@link FoldBudget}); 0: it always is
 */
record FoldPlanner(DatasetTables tables, DatasetVersionId version, int belowRows) {
    static final int USUAL = 5;
    /** The same split, in folds where they are worth it. */
    SplitSpec plan(SplitSpec split, @Nullable SplitRequest wanted) {
        boolean asked = wanted != null && wanted.folds() != null;
        if (asked || split.windows() != null || belowRows == 0) {
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
