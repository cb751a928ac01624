package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Deals the rows that are not sealed into folds: same table, same spec, same folds. Whole groups at a time where there are
 * groups, else evenly over the strata. Each fold judges what the others train.
 */
final class Folds {
    /** Another stream of random numbers than that which parted the rows. */
    private static final long APART = 0x5DEECE66DL;

    private Folds() {}

    /**
     * One split per fold, whose test rows are those of the given one.
     *
     * @param labels by row of the table, by which rows are stratified; empty for none
     * @throws Invalid when there are fewer rows or groups than folds
     */
    static List<SplitIndices> of(TableData table, SplitSpec spec, SplitIndices split, String[] labels) {
        var open = IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                .sorted()
                .toArray();
        var random = new Random(spec.seed() ^ APART);
        var fold = new int[table.rows()];
        Arrays.fill(fold, -1);
        var groups = RowGroups.of(table, spec, open);
        if (spec.groupColumn() == null) {
            deal(RowGroups.strata(groups, spec, labels), fold, spec.folds(), random);
        } else {
            dealWhole(groups, fold, spec.folds(), random);
        }
        return IntStream.range(0, spec.folds())
                .mapToObj(own -> new SplitIndices(
                        rows(open, row -> fold[row] != own), rows(open, row -> fold[row] == own), split.test()))
                .peek(part -> requireRows(part, spec))
                .toList();
    }

    private static int[] rows(int[] open, IntPredicate which) {
        return IntStream.of(open).filter(which).toArray();
    }

    /** Round and round over all strata: where no rows are copies, folds differ by one row at most, and so does what they have of a stratum. */
    private static void deal(Collection<List<List<Integer>>> strata, int[] fold, int folds, Random random) {
        var next = 0;
        for (var stratum : strata) {
            Collections.shuffle(stratum, random);
            for (var group : stratum) {
                var own = next++ % folds;
                group.forEach(row -> fold[row] = own);
            }
        }
    }

    /** The largest groups first, each to the fold that has the fewest rows. */
    private static void dealWhole(List<List<Integer>> groups, int[] fold, int folds, Random random) {
        var order = new ArrayList<>(groups);
        Collections.shuffle(order, random);
        order.sort((a, b) -> Integer.compare(b.size(), a.size()));
        var sizes = new int[folds];
        for (var group : order) {
            var smallest =
                    IntStream.range(0, folds).reduce(0, (best, other) -> sizes[other] < sizes[best] ? other : best);
            group.forEach(row -> fold[row] = smallest);
            sizes[smallest] += group.size();
        }
    }

    private static void requireRows(SplitIndices part, SplitSpec spec) {
        if (part.validation().length == 0) {
            throw Invalid.field(
                    "/split/folds",
                    "There are fewer %s than folds (%d).%nMaybe fewer folds fit."
                            .formatted(spec.groupColumn() == null ? "rows" : "groups", spec.folds()));
        }
    }
}
