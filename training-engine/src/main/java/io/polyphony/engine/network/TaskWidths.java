package io.polyphony.engine.network;

import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.loss.Losses;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many numbers each task's head puts out. */
public final class TaskWidths {
    private TaskWidths() {}

    /** By task, in the network's order. */
    public static Map<String, Integer> of(NetworkSpec spec, Preprocessor preprocessor) {
        var widths = new LinkedHashMap<String, Integer>();
        for (var task : spec.tasks()) {
            var codec = preprocessor.codec(task.name());
            widths.put(task.name(), Losses.forAnswers(codec).width());
        }
        return widths;
    }
}
