package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Wanted columns to the network's inputs where rows are steps of time: the past of numbers is one series, and what was last seen
 * of other columns stands beside it, as in any table.
 */
final class StepInputPlanner {
    private static final String PAST = "past";
    private static final String AHEAD = "ahead";

    private final Map<String, ColumnInfo> columns;
    private final Set<String> forecasts;
    private final Set<String> others;
    private final List<String> ahead;
    private final Faults faults;

    /** @param ahead columns that are known of the steps that are asked for, which are seen there and nowhere else */
    StepInputPlanner(Map<String, ColumnInfo> columns, List<ExperimentTask> tasks, List<String> ahead, Faults faults) {
        this.columns = columns;
        this.ahead = ahead;
        this.forecasts = names(tasks, true);
        this.others = names(tasks, false);
        this.faults = faults;
    }

    private static Set<String> names(List<ExperimentTask> tasks, boolean forecast) {
        return tasks.stream()
                .filter(task -> forecast == (task.type() == TaskType.FORECAST))
                .map(ExperimentTask::name)
                .collect(Collectors.toSet());
    }

    /**
     * The inputs, the past first, with the forecasts' own columns in it.
     *
     * @param wanted null for every column whose role is input, what tells series apart, and the time
     * @param series columns that tell series apart, which are categories whatever they hold
     * @param time the column that puts the rows in order; null: none is known yet
     * @param recurs whether something comes again in it, as weekdays do: else it tells nothing of what is later
     */
    List<InputSpec> plan(@Nullable List<String> wanted, List<String> series, @Nullable String time, boolean recurs) {
        var chosen = wanted == null ? usual(series, time, recurs) : checked(wanted);
        var past = new ArrayList<String>();
        var beside = new ArrayList<ColumnInfo>();
        for (var column : columns.values()) {
            var name = column.name();
            boolean forecast = forecasts.contains(name);
            if (ahead.contains(name)) {
                continue;
            }
            if (forecast || chosen.contains(name) && column.numbers() != null && !series.contains(name)) {
                past.add(name);
            } else if (chosen.contains(name)) {
                beside.add(read(column, series.contains(name), name.equals(time)));
            }
        }
        var inputs = new ArrayList<InputSpec>();
        inputs.add(new InputSpec(free(PAST, beside), Modality.SERIES, past));
        if (!ahead.isEmpty()) {
            inputs.add(new InputSpec(free(AHEAD, beside), Modality.SERIES, ahead));
        }
        inputs.addAll(InputPlanner.inputs(beside));
        return inputs;
    }

    private static ColumnInfo read(ColumnInfo column, boolean series, boolean time) {
        return series || time
                ? column.as(series ? ColumnModality.CATEGORICAL : ColumnModality.DATE, column.role(), column.reason())
                : column;
    }

    private static String free(String name, List<ColumnInfo> beside) {
        boolean taken = beside.stream().anyMatch(column -> column.name().equals(name));
        return taken ? name + " columns" : name;
    }

    private Set<String> usual(List<String> series, @Nullable String time, boolean recurs) {
        var usual = columns.values().stream()
                .filter(column -> column.name().equals(time)
                        ? recurs
                        : column.role() == ColumnRole.INPUT || series.contains(column.name()))
                .map(ColumnInfo::name)
                .collect(Collectors.toSet());
        usual.removeAll(others);
        return usual;
    }

    private Set<String> checked(List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            var pointer = "/inputs/" + i;
            if (faults.known(pointer, "column", wanted.get(i), columns.keySet())) {
                faults.unless(
                        !others.contains(wanted.get(i)),
                        pointer,
                        "The column (%s) is a target and no forecast; a network that sees it learns nothing."
                                .formatted(wanted.get(i)));
            }
        }
        return new HashSet<>(wanted);
    }
}
