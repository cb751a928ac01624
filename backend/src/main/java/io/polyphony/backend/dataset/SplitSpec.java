package io.polyphony.backend.dataset;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to divide the rows.
 *
 * @param splitColumn its values name the parts (train, valid, test, ...); null to divide at random
 * @param groupColumn rows of equal value stay together; null when rows are independent
 * @param stratifyBy a target whose classes (or quantiles, when numeric) are spread evenly; null for none
 * @param validationShare of all rows, or of the training rows when a split column seals the test; within (0, 0.5]
 * @param testShare of all rows, used when no split column names test rows; within (0, 0.5]
 * @param folds how many networks a trial trains, each judged by the rows that only it has not learned from, 1..10; 1: one network
 *     for the validation rows
 * @param alsoBy further targets that are spread evenly, each within the classes of those before it
 * @param windows how rows that are steps of time become windows, divided by time and not at random; null where each row stands for itself
 */
public record SplitSpec(
        @Nullable String splitColumn,
        @Nullable String groupColumn,
        @Nullable String stratifyBy,
        double validationShare,
        double testShare,
        long seed,
        @Nullable WindowSpec windows,
        int folds,
        List<String> copies,
        List<String> alsoBy) {
    /** Most folds. */
    public static final int MOST_FOLDS = 10;

    /** Where the user says nothing. */
    public static final double DEFAULT_SHARE = 0.2;

    private static final double LARGEST_SHARE = 0.5;

    public SplitSpec {
        // Plans that were stored before copies were looked for name none.
        copies = List.copyOf(Objects.requireNonNullElse(copies, List.of()));
        // Those that were stored before all tasks counted are divided as they were.
        alsoBy = List.copyOf(Objects.requireNonNullElse(alsoBy, List.of()));
        requireShare("validation", validationShare);
        requireShare("test", testShare);
        // Plans that were stored before there were folds name none.
        folds = Math.max(1, folds);
        if (folds > MOST_FOLDS || folds > 1 && windows != null) {
            throw new IllegalArgumentException(
                    windows == null
                            ? "The folds (%d) must be within 1..%d.".formatted(folds, MOST_FOLDS)
                            : "Rows that are steps of time cannot be parted into folds (%d), since the past would be told by the future."
                                    .formatted(folds));
        }
    }

    /** Rows that stand for themselves. */
    public SplitSpec(
            @Nullable String splitColumn,
            @Nullable String groupColumn,
            @Nullable String stratifyBy,
            double validationShare,
            double testShare,
            long seed) {
        this(splitColumn, groupColumn, stratifyBy, validationShare, testShare, seed, null, 1, List.of(), List.of());
    }

    /** The columns that tell how the rows are divided. */
    public List<String> columns() {
        var named = Stream.of(splitColumn, groupColumn, stratifyBy, windows == null ? null : windows.timeColumn())
                .filter(Objects::nonNull);
        return Stream.of(named, alsoBy.stream(), seriesColumns().stream(), copies.stream())
                .flatMap(part -> part)
                .distinct()
                .toList();
    }

    /** The targets whose classes are spread evenly. */
    List<String> strata() {
        return Stream.concat(Stream.ofNullable(stratifyBy), alsoBy.stream()).toList();
    }

    /** The columns that tell series apart, where rows are steps of time. */
    public List<String> seriesColumns() {
        return windows == null
                ? List.of()
                : Stream.concat(Stream.ofNullable(groupColumn), windows.seriesColumns().stream())
                        .toList();
    }

    /** The same shares of rows that are steps of time. */
    public SplitSpec over(WindowSpec steps) {
        return new SplitSpec(
                splitColumn, groupColumn, null, validationShare, testShare, seed, steps, folds, List.of(), List.of());
    }

    /** The same with rows that stay together. */
    public SplitSpec groupedBy(String column) {
        return new SplitSpec(
                splitColumn, column, stratifyBy, validationShare, testShare, seed, windows, folds, copies, alsoBy);
    }

    /** The same in so many folds. */
    public SplitSpec folded(int count) {
        return new SplitSpec(
                splitColumn, groupColumn, stratifyBy, validationShare, testShare, seed, windows, count, copies, alsoBy);
    }

    /** The same with rows that say the same in these columns dealt as one. */
    public SplitSpec together(List<String> columns) {
        return new SplitSpec(
                splitColumn,
                groupColumn,
                stratifyBy,
                validationShare,
                testShare,
                seed,
                windows,
                folds,
                columns,
                alsoBy);
    }

    /** By the split column if there is one, else by group, else at random; spread evenly over the targets, as far as there are rows for it. */
    public static SplitSpec suggest(List<ColumnInfo> columns, List<String> targets, long seed) {
        var strata = Strata.of(columns, targets);
        return new SplitSpec(
                first(columns, ColumnRole.SPLIT, targets),
                first(columns, ColumnRole.GROUP, targets),
                strata.isEmpty() ? null : strata.getFirst(),
                DEFAULT_SHARE,
                DEFAULT_SHARE,
                seed,
                null,
                1,
                List.of(),
                strata.subList(Math.min(1, strata.size()), strata.size()));
    }

    /** What is to be predicted must be seen in every part. */
    private static @Nullable String first(List<ColumnInfo> columns, ColumnRole role, List<String> targets) {
        return columns.stream()
                .filter(column -> column.role() == role && !targets.contains(column.name()))
                .map(ColumnInfo::name)
                .findFirst()
                .orElse(null);
    }

    private static void requireShare(String part, double share) {
        if (!(share > 0 && share <= LARGEST_SHARE)) {
            throw new IllegalArgumentException(
                    "The %s share (%s) must be within (0, %s].".formatted(part, share, LARGEST_SHARE));
        }
    }
}
