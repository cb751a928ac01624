package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.dataset.Times;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a forecast's rows become windows: as the person says, else by the horizon and how many rows there are. */
final class WindowPlanner {
    /** A few times the horizon is seen, in steps that patches divide. */
    private static final double LOOKBACK_PER_HORIZON = 3.5;

    /** So many times as much where that is still little: what comes every day comes otherwise every week. */
    private static final int WEEKS = 4;

    private static final int PATCH = 16;
    private static final int SHORTEST = 48;
    private static final int MUCH = 336;
    private static final int LONGEST = 512;

    /** So many numbers of windows fit well into memory, 4 bytes each; beyond, windows are taken in strides. */
    private static final long MOST_NUMBERS = 64_000_000;

    private final DatasetTables tables;
    private final DatasetVersionId version;
    private final Map<String, ColumnInfo> columns;
    private final Faults faults;

    WindowPlanner(DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns, Faults faults) {
        this.tables = tables;
        this.version = version;
        this.columns = columns;
        this.faults = faults;
    }

    /** Whether rows are steps of time. */
    static boolean wanted(List<ExperimentTask> tasks) {
        return tasks.stream().anyMatch(task -> task.type() == TaskType.FORECAST);
    }

    /**
     * @param requests as many as tasks and in their order, where nothing is wrong with them
     * @param channels columns that are seen
     * @param time the column that puts the rows in order; null: the first one of dates
     * @return null when a fault was found
     */
    @Nullable
    WindowSpec plan(
            @Nullable List<TaskRequest> requests, List<ExperimentTask> tasks, int channels, @Nullable String time) {
        if (requests == null || faults.any()) {
            return null;
        }
        int place = first(tasks);
        var first = requests.get(place);
        for (int i = place + 1; i < requests.size(); i++) {
            if (tasks.get(i).type() == TaskType.FORECAST) {
                requireSame("/tasks/" + i, requests.get(i), first);
            }
        }
        int horizon = first.horizon() == null ? 0 : first.horizon();
        var pointer = "/tasks/%d/horizon".formatted(place);
        faults.unless(
                horizon >= 1,
                pointer,
                "The forecast of (%s) has the horizon (%s), but it needs a number of steps ahead. Maybe 24."
                        .formatted(first.target(), first.horizon()));
        if (time != null && faults.known("/split/time", "column", time, columns.keySet())) {
            requireOrder(time, tasks);
        }
        return faults.any() ? null : faults.at(pointer, () -> spec(first, horizon, channels, time));
    }

    /** The place of the first forecast: all others are like it. */
    private static int first(List<ExperimentTask> tasks) {
        return IntStream.range(0, tasks.size())
                .filter(i -> tasks.get(i).type() == TaskType.FORECAST)
                .findFirst()
                .orElseThrow();
    }

    private void requireSame(String pointer, TaskRequest task, TaskRequest first) {
        faults.unless(
                Objects.equals(task.horizon(), first.horizon()),
                pointer + "/horizon",
                "The horizon (%s) of (%s) is not that of (%s), %s. Maybe make two experiments of them."
                        .formatted(task.horizon(), task.target(), first.target(), first.horizon()));
        faults.unless(
                Objects.equals(task.lookback(), first.lookback()),
                pointer + "/lookback",
                "The lookback (%s) of (%s) is not that of (%s), %s. Maybe leave all but one out."
                        .formatted(task.lookback(), task.target(), first.target(), first.lookback()));
    }

    /** Dates or numbers in every row: what has neither knows no order. */
    private void requireOrder(String time, List<ExperimentTask> tasks) {
        var column = Objects.requireNonNull(columns.get(time));
        boolean numbers = column.numbers() != null && column.numbers().unreadable() == 0 && column.missing() == 0;
        boolean ordered = numbers || mayBeDates(column) && areDates(tables.load(version, List.of(time)), time);
        faults.unless(
                ordered,
                "/split/time",
                "The column (%s) cannot put the rows in order: it must hold a date (2024-05-31 or 2024-05-31T14:30) or a number in every row. Maybe leave time out."
                        .formatted(time));
        faults.unless(
                tasks.stream().noneMatch(task -> task.name().equals(time)),
                "/split/time",
                "The column (%s) is to be predicted, and so cannot put the rows in order. Maybe leave time out."
                        .formatted(time));
    }

    private WindowSpec spec(TaskRequest request, int horizon, int channels, @Nullable String time) {
        var dates = columns.values().stream()
                .filter(column -> time == null && mayBeDates(column))
                .map(ColumnInfo::name)
                .toList();
        var table = tables.load(version, dates);
        int lookback = request.lookback() == null ? lookback(horizon, table.rows(), true) : request.lookback();
        int stride = stride(table.rows(), lookback, channels);
        return new WindowSpec(lookback, horizon, stride, time == null ? time(table, dates) : time);
    }

    /**
     * The same windows over several series.
     *
     * @param rowsOfOne rows of a typical one
     */
    WindowSpec overSeries(
            WindowSpec windows, List<TaskRequest> requests, List<ExperimentTask> tasks, int rowsOfOne, int channels) {
        var asked = requests.get(first(tasks)).lookback();
        int lookback = asked == null ? lookback(windows.horizon(), rowsOfOne, false) : asked;
        int rows = tables.load(version, List.of()).rows();
        return windows.seeing(lookback, stride(rows, lookback, channels));
    }

    private static int stride(int rows, int lookback, int channels) {
        return (int) Math.ceilDiv((long) rows * Math.max(1, lookback) * channels, MOST_NUMBERS);
    }

    private static boolean mayBeDates(ColumnInfo column) {
        return !column.modality().isMedia()
                && column.modality() != ColumnModality.NUMERIC
                && column.numbers() == null
                && column.missing() == 0
                && column.distinct() > 1;
    }

    /** The first column of dates: it knows the order of the rows. */
    private static @Nullable String time(TableData table, List<String> candidates) {
        return candidates.stream()
                .filter(name -> areDates(table, name))
                .findFirst()
                .orElse(null);
    }

    private static boolean areDates(TableData table, String name) {
        return Stream.of(table.texts(name)).allMatch(Times::isTime);
    }

    /**
     * How much is seen where nobody says: a few times the horizon, and more where the series are long.
     *
     * @param rows of a series
     * @param alone whether it is the only one; beside others a quarter of it may be seen, since they tell the rest
     */
    static int lookback(int horizon, int rows, boolean alone) {
        double few = LOOKBACK_PER_HORIZON * horizon;
        int least = Math.min(Math.clamp(patches(few), SHORTEST, LONGEST), rows / (alone ? 8 : 4));
        int more = Math.min(Math.clamp(patches(WEEKS * few), SHORTEST, MUCH), rows / 8);
        int steps = Math.max(1, Math.max(least, more));
        return steps < PATCH ? steps : steps / PATCH * PATCH;
    }

    private static int patches(double steps) {
        return Math.ceilDiv((int) steps, PATCH) * PATCH;
    }
}
