package io.polyphony.frontend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.experiment.TaskRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the wizard has gathered of forecasts: all of an experiment share their windows. */
final class ForecastDraft {
    private static final String FORECAST = "forecast";

    /** How many steps ahead; null while not said. */
    @Nullable
    Integer horizon = 24;

    /** How many steps are seen; null: as the platform chooses. */
    @Nullable
    Integer lookback;

    /** The column that puts the rows in order; null: as the platform chooses. */
    @Nullable
    String time;

    /** What is known of the steps that are asked for. */
    final Set<String> ahead = new TreeSet<>();

    static boolean isForecast(TaskRequest task) {
        return FORECAST.equals(task.type());
    }

    /** The task with these windows, if it is a forecast; any other without windows. */
    TaskRequest of(TaskRequest task) {
        return isForecast(task) ? task.over(horizon, lookback) : task.over(null, null);
    }

    /** The same windows as those of another experiment; null: it had none. */
    void like(@Nullable WindowSpec windows) {
        if (windows != null) {
            horizon = windows.horizon();
            lookback = windows.lookback();
            time = windows.timeColumn();
            ahead.clear();
            ahead.addAll(windows.aheadColumns());
        }
    }

    /** Lets a column put the rows in order, which is then not known ahead; null: as the platform chooses. */
    void orderBy(@Nullable String column) {
        time = column;
        ahead.removeIf(name -> name.equals(column));
    }

    /** What may be known ahead: numbers that are neither asked for nor put the rows in order. */
    List<String> mayBeKnown(List<ColumnInfo> columns, Collection<String> targets) {
        return columns.stream()
                .filter(column -> column.numbers() != null
                        && !targets.contains(column.name())
                        && !column.name().equals(time))
                .map(ColumnInfo::name)
                .toList();
    }

    /** What may put the rows in order, dates first: each row has to have a date, or at least a number. */
    static List<String> clocks(List<ColumnInfo> columns, Collection<String> targets) {
        var dates = names(columns, targets, true);
        dates.addAll(names(columns, targets, false));
        return dates;
    }

    private static List<String> names(List<ColumnInfo> columns, Collection<String> targets, boolean dates) {
        return new ArrayList<>(columns.stream()
                .filter(column -> !targets.contains(column.name()) && column.missing() == 0 && column.distinct() > 1)
                .filter(column -> dates
                        ? column.modality() == ColumnModality.DATE
                        : column.modality() != ColumnModality.DATE && column.numbers() != null)
                .map(ColumnInfo::name)
                .toList());
    }
}
