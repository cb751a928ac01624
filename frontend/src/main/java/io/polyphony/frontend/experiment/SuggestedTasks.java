package io.polyphony.frontend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.experiment.TaskRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What one would want to predict of a data set: what its columns say, else the next steps of a series, else a few classes. */
final class SuggestedTasks {
    private static final int MOST_CLASSES = 3;
    /** With fewer dates a table that has some is one of things, not of steps. */
    private static final int FEWEST_STEPS = 30;
    /** So much of a series is asked for, at most. */
    private static final int SHARE = 10;

    private static final int FARTHEST = 24;
    /** Share of the rows of which every series has each date. */
    private static final double COMPLETE = 0.9;

    private static final int MOST_NUMERIC_CLASSES = 20;
    private static final Set<String> TARGET_NAMES = Set.of("y", "target", "value");

    private final List<ColumnInfo> columns;
    private final long rows;

    SuggestedTasks(List<ColumnInfo> columns, long rows) {
        this.columns = columns;
        this.rows = rows;
    }

    List<TaskRequest> tasks() {
        var told = with(ColumnRole.TARGET).toList();
        if (!told.isEmpty()) {
            return told.stream().map(SuggestedTasks::usual).toList();
        }
        return forecast()
                .map(List::of)
                .orElseGet(() -> with(ColumnRole.INPUT)
                        .filter(ColumnInfo::suggestedTarget)
                        .limit(MOST_CLASSES)
                        .map(SuggestedTasks::usual)
                        .toList());
    }

    private static TaskRequest usual(ColumnInfo column) {
        return new TaskRequest(column.name(), null, null);
    }

    /** The next steps of the quantity that is named as a target, else of the one with most values: others come again for several series. */
    private Optional<TaskRequest> forecast() {
        var quantities =
                with(ColumnRole.INPUT).filter(SuggestedTasks::isQuantity).toList();
        if (quantities.isEmpty() || with(ColumnRole.SPLIT).findAny().isPresent()) {
            return Optional.empty();
        }
        var target = quantities.stream()
                .filter(column -> TARGET_NAMES.contains(column.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> Collections.max(quantities, Comparator.comparing(ColumnInfo::distinct)));
        return steps().mapToObj(steps -> new TaskRequest(target.name(), "forecast", null)
                        .over(Math.clamp(steps / SHARE, 1, FARTHEST), null))
                .findFirst();
    }

    /** Shops may have numbers for names. */
    private static boolean isWhole(ColumnInfo column) {
        var numbers = column.numbers();
        return numbers != null && numbers.whole();
    }

    private static boolean isQuantity(ColumnInfo column) {
        var numbers = column.numbers();
        return column.modality() == ColumnModality.NUMERIC
                && numbers != null
                && (!numbers.whole() || column.distinct() > MOST_NUMERIC_CLASSES);
    }

    /** How many steps a series has: there are as many rows as dates, or as dates of each series that one or two columns tell apart. */
    private LongStream steps() {
        return with(ColumnRole.INPUT)
                .filter(column -> column.modality() == ColumnModality.DATE && column.missing() == 0)
                .mapToLong(ColumnInfo::distinct)
                .filter(dates -> dates >= FEWEST_STEPS && series().anyMatch(count -> complete(dates * count)));
    }

    private boolean complete(long cells) {
        return rows <= cells && rows >= COMPLETE * cells;
    }

    private LongStream series() {
        var counts = Stream.of(ColumnRole.INPUT, ColumnRole.GROUP, ColumnRole.ID)
                .flatMap(this::with)
                .filter(column -> column.modality() == ColumnModality.CATEGORICAL
                        || column.modality() == ColumnModality.TEXT
                        || isWhole(column)
                        || column.role() != ColumnRole.INPUT)
                .mapToLong(ColumnInfo::distinct)
                .filter(count -> count > 1)
                .toArray();
        var pairs = LongStream.of(counts).flatMap(one -> LongStream.of(counts).map(other -> one * other));
        return LongStream.concat(LongStream.of(1), LongStream.concat(LongStream.of(counts), pairs));
    }

    private Stream<ColumnInfo> with(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role);
    }
}
