package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides a table: same table, same spec, same parts. {@link Random} is used for its algorithm, which its specification fixes
 * for all times.
 */
public final class Splits {
    /** Sorts before any letter, so that rows are in the order of the first target, then of the second. */
    private static final char BETWEEN = '\0';

    private final TableData table;
    private final SplitSpec spec;
    private final SplitPart[] parts;

    private Splits(TableData table, SplitSpec spec) {
        this.table = table;
        this.spec = spec;
        this.parts = new SplitPart[table.rows()];
        Arrays.fill(parts, SplitPart.TRAIN);
    }

    /**
     * Divides the rows of a table.
     *
     * @throws Invalid when a split column holds unknown words, or a part would be empty
     */
    public static SplitIndices of(TableData table, SplitSpec spec) {
        var splits = new Splits(table, spec);
        splits.assign();
        return splits.indices();
    }

    /**
     * The parts that a trial learns from and is judged by, one after the other: one per fold, or the split itself.
     *
     * @param split of the same table by the same spec
     * @throws Invalid when there are fewer rows or groups than folds
     */
    public static List<SplitIndices> folds(TableData table, SplitSpec spec, SplitIndices split) {
        return spec.folds() == 1 ? List.of(split) : Folds.of(table, spec, split, new Splits(table, spec).labels());
    }

    /** By row of the table: rows of equal number are dealt as one. */
    public static int[] clusters(TableData table, SplitSpec spec) {
        var clusters = new int[table.rows()];
        var groups = RowGroups.of(table, spec, IntStream.range(0, table.rows()).toArray());
        for (var group = 0; group < groups.size(); group++) {
            for (var row : groups.get(group)) {
                clusters[row] = group;
            }
        }
        return clusters;
    }

    /** Whether no group has rows both among those that the split column seals as test and among the others. */
    public static boolean keepsGroups(TableData table, String splitColumn, String groupColumn) {
        return torn(table.texts(splitColumn), table.texts(groupColumn)) == 0;
    }

    /** How many of the rows that the split column seals as test say the same in some columns as one of the others. */
    public static int tornCopies(TableData table, String splitColumn, List<String> columns) {
        var first = Copies.firsts(table, columns);
        return torn(
                table.texts(splitColumn),
                IntStream.of(first).mapToObj(String::valueOf).toArray(String[]::new));
    }

    /** How many rows the split column seals as test. */
    public static int sealed(TableData table, String splitColumn) {
        return (int)
                Arrays.stream(table.texts(splitColumn)).filter(Splits::isTest).count();
    }

    private static boolean isTest(@Nullable String word) {
        return word != null && SplitPart.of(word).filter(SplitPart.TEST::equals).isPresent();
    }

    private static int torn(@Nullable String[] words, @Nullable String[] groups) {
        var open = new HashSet<String>();
        var sealed = new ArrayList<String>();
        for (var row = 0; row < words.length; row++) {
            var group = groups[row];
            var word = words[row];
            if (group != null) {
                (isTest(word) ? sealed : open).add(group);
            }
        }
        return (int) sealed.stream().filter(open::contains).count();
    }

    private void assign() {
        var column = Optional.ofNullable(spec.splitColumn());
        column.ifPresent(this::byColumn);
        var random = new Random(spec.seed());
        if (count(SplitPart.TEST) == 0) {
            carve(SplitPart.TEST, (int) Math.round(spec.testShare() * table.rows()), random);
        }
        if (count(SplitPart.VALIDATION) == 0) {
            var of = column.isPresent() ? count(SplitPart.TRAIN) : table.rows();
            carve(SplitPart.VALIDATION, (int) Math.round(spec.validationShare() * of), random);
        }
    }

    private void byColumn(String column) {
        var words = table.texts(column);
        for (var row = 0; row < words.length; row++) {
            var word = words[row];
            // A row that says nothing trains: it can neither judge the search nor the final model.
            parts[row] = word == null ? SplitPart.TRAIN : SplitPart.of(word).orElseThrow(() -> unknown(column, word));
        }
    }

    static Invalid unknown(String column, String word) {
        return Invalid.field(
                "/split/column",
                "The split column (%s) holds the value (%s).%nMaybe choose a column with train, validation and test."
                        .formatted(column, word));
    }

    /** Takes about {@code wanted} training rows for another part, evenly over the strata; rows that stay together at a time. */
    private void carve(SplitPart part, int wanted, Random random) {
        var strata = strata();
        var free = strata.stream().mapToInt(Splits::rows).sum();
        var taken = 0;
        var passed = 0;
        for (var stratum : strata) {
            Collections.shuffle(stratum, random);
            passed += rows(stratum);
            // Rounding the running total, not each stratum, hits the wanted number exactly.
            var until = (int) Math.round((double) Math.max(1, wanted) * passed / Math.max(1, free));
            for (var group : stratum) {
                if (taken < until && (taken == 0 || taken + group.size() / 2 <= until)) {
                    group.forEach(row -> parts[row] = part);
                    taken += group.size();
                }
            }
        }
    }

    private static int rows(List<List<Integer>> stratum) {
        return stratum.stream().mapToInt(List::size).sum();
    }

    /** Training rows by class or quantile of the target; rows without a label are a stratum of their own. Groups have no class. */
    private Collection<List<List<Integer>>> strata() {
        var free = IntStream.range(0, parts.length)
                .filter(row -> parts[row] == SplitPart.TRAIN)
                .toArray();
        return RowGroups.strata(RowGroups.of(table, spec, free), spec, labels());
    }

    /** By row its class or quantile, of all targets by which rows are stratified; empty where they are not. */
    private String[] labels() {
        return spec.strata().stream()
                .map(this::labels)
                .reduce((all, more) -> {
                    Arrays.setAll(all, row -> all[row] + BETWEEN + more[row]);
                    return all;
                })
                .orElse(new String[0]);
    }

    private String[] labels(String target) {
        return table.column(target).modality() == ColumnModality.NUMERIC ? quantiles(target) : classes(target);
    }

    private String[] classes(String target) {
        return Arrays.stream(table.texts(target)).map(t -> t == null ? "" : t).toArray(String[]::new);
    }

    private String[] quantiles(String target) {
        var values = table.numbers(target);
        var sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return Arrays.stream(values)
                .mapToObj(v -> Double.isFinite(v) ? String.valueOf(quantile(sorted, v)) : "")
                .toArray(String[]::new);
    }

    private static int quantile(double[] sorted, double value) {
        var at = Arrays.binarySearch(sorted, value);
        return (int) ((long) Strata.QUANTILES * Math.max(0, at) / sorted.length);
    }

    private int count(SplitPart part) {
        return (int) Arrays.stream(parts).filter(p -> p == part).count();
    }

    private SplitIndices indices() {
        for (var part : SplitPart.values()) {
            if (count(part) == 0) {
                throw Invalid.field(
                        "/split",
                        "No row is left for %s.%nMaybe the dataset (%d rows) is too small, or its groups are too large."
                                .formatted(part.name().toLowerCase(Locale.ROOT), table.rows()));
            }
        }
        return new SplitIndices(rows(SplitPart.TRAIN), rows(SplitPart.VALIDATION), rows(SplitPart.TEST));
    }

    private int[] rows(SplitPart part) {
        return IntStream.range(0, parts.length)
                .filter(row -> parts[row] == part)
                .toArray();
    }
}
