package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.ColumnInfo;
import java.util.HashMap;
import java.util.Map;

/** How many of the rows to be judged are of a value that train rows have; of many values every so-many-th is looked at. */
final class GroupSpread {
    private static final int MOST_VALUES = 50_000;
    private final ColumnInfo group;
    private final int every;
    private final Map<String, Rows> byValue = new HashMap<>();

    private static final class Rows {
        private boolean trained;
        private long judged;
    }

    GroupSpread(ColumnInfo group) {
        this.group = group;
        this.every = (int) (1 + group.distinct() / MOST_VALUES);
    }

    ColumnInfo group() {
        return group;
    }

    void row(String value, boolean train) {
        if (Math.floorMod(value.hashCode(), every) != 0) {
            return;
        }
        var rows = byValue.computeIfAbsent(value, _ -> new Rows());
        rows.trained |= train;
        rows.judged += train ? 0 : 1;
    }

    /** Within [0, 1]; 0 where no row is to be judged. */
    double known() {
        var judged = byValue.values().stream().mapToLong(rows -> rows.judged).sum();
        var known = byValue.values().stream()
                .filter(rows -> rows.trained)
                .mapToLong(rows -> rows.judged)
                .sum();
        return judged == 0 ? 0 : (double) known / judged;
    }
}
