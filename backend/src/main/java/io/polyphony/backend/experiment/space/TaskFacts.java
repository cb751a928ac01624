package io.polyphony.backend.experiment.space;

import java.util.List;

/**
 * What is wanted of the data.
 *
 * @param names of the tasks
 * @param classes whether any task has classes
 * @param draws whether masks or boxes are to be drawn on pictures
 * @param counts whether there are pictures and something to count
 * @param forecasts whether the tasks are what comes next of columns over time
 */
public record TaskFacts(List<String> names, boolean classes, boolean draws, boolean counts, boolean forecasts) {
    public TaskFacts {
        names = List.copyOf(names);
    }
}
