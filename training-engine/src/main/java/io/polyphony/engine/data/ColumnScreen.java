package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which columns of a table tell about any of the tasks. Each is tested alone against every task, by rank and by bins or categories, which
 * a missing cell is one of, with the false discovery rate kept at a tenth; then every two are tested together. Nothing but train rows is looked
 * at. A screen is to let much through: what it keeps in vain costs a network little, what it drops cannot be learnt.
 */
final class ColumnScreen {
    private static final double RATE = 0.1;

    /** Columns that are kept even where none tells anything, so that there is something to learn from. */
    private static final int LEAST = 3;

    /** So many rows, evenly spread, tell well enough. */
    private static final int MOST_ROWS = 10_000;

    private ColumnScreen() {}

    /**
     * Names of the raw columns that are to be kept.
     *
     * @param rows train rows
     * @param answers of the same rows; where any cannot be tested, all columns are kept
     */
    static Set<String> telling(
            List<NumericColumn> numeric,
            List<CategoricalColumn> categorical,
            Table table,
            int[] rows,
            List<TaskLabels> answers) {
        var columns = Stream.concat(
                numeric.stream().map(NumericColumn::name), categorical.stream().map(CategoricalColumn::name));
        if (answers.isEmpty() || !answers.stream().allMatch(labels -> TargetScores.testable(labels.type()))) {
            return new HashSet<>(columns.toList());
        }
        var places = sample(rows.length);
        var seen = Arrays.stream(places).map(place -> rows[place]).toArray();
        var screened = Stream.concat(
                        numeric.stream().map(column -> ScreenedColumn.of(column, table, seen)),
                        categorical.stream().map(column -> ScreenedColumn.of(column, table, seen)))
                .toList();
        var scores = answers.stream()
                .flatMap(labels -> TargetScores.of(labels.select(places)).stream())
                .toList();
        return kept(screened, scores);
    }

    private static int[] sample(int rows) {
        var places = new int[Math.min(rows, MOST_ROWS)];
        Arrays.setAll(places, i -> (int) ((long) i * rows / places.length));
        return places;
    }

    private static Set<String> kept(List<ScreenedColumn> columns, List<double[]> scores) {
        var probabilities = columns.stream()
                .mapToDouble(column -> column.probability(scores))
                .toArray();
        var telling = FalseDiscovery.rejected(probabilities, RATE);
        var order = FalseDiscovery.ascending(probabilities);
        var parts = new ArrayList<PairScreen.Part>();
        for (int column : order) {
            columns.get(column).parts().forEach(part -> parts.add(new PairScreen.Part(column, part)));
        }
        var standardised = scores.stream()
                .flatMap(score -> ScreenedColumn.standardised(score).stream())
                .toList();
        PairScreen.mark(parts, standardised, telling);
        var names = new HashSet<String>();
        for (int i = 0; i < order.length; i++) {
            if (telling[order[i]] || i < LEAST) {
                names.add(columns.get(order[i]).name());
            }
        }
        return names;
    }
}
