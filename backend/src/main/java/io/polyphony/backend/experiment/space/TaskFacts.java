package io.polyphony.backend.experiment.space;

import java.util.List;

/**
 * What is wanted of the data.
 *
 * @param names of the tasks
 * @param classes whether any task has classes
 * @param numbers whether any task is a number, or a vector of them, that is not forecast
 * @param draws whether masks or boxes are to be drawn on pictures
 * @param counts whether there are pictures and something to count
 * @param forecasts whether the tasks are what comes next of columns over time
 */
public record TaskFacts(
        List<String> names, boolean classes, boolean numbers, boolean draws, boolean counts, boolean forecasts) {
    public TaskFacts {
        names = List.copyOf(names);
    }
}
