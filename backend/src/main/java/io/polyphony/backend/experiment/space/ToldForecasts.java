package io.polyphony.backend.experiment.space;

import io.polyphony.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a search chooses whether forecasts see more than the past: what reads the other inputs is chosen only if they do. */
final class ToldForecasts {
    private ToldForecasts() {}

    /** The same parameters, where there is such a choice; it comes first then. */
    static List<Parameter> conditioned(List<Parameter> parameters) {
        var choice = parameters.stream()
                .filter(parameter -> parameter.name().equals(Knobs.FORECAST_INPUTS))
                .findFirst();
        if (choice.isEmpty()) {
            return parameters;
        }
        var conditioned = new ArrayList<Parameter>(List.of(choice.get()));
        parameters.stream()
                .filter(parameter -> !parameter.equals(choice.get()))
                .map(parameter -> readsOthers(parameter) ? parameter.when(Knobs.FORECAST_INPUTS, Knobs.ALL) : parameter)
                .forEach(conditioned::add);
        return conditioned;
    }

    /** What depends on another parameter goes with that. */
    private static boolean readsOthers(Parameter parameter) {
        return parameter.when() == null
                && Stream.of(Knobs.FUSION, Knobs.MODALITY_DROPOUT, "table_", "text_", "image_", "audio_", "media_")
                        .anyMatch(parameter.name()::startsWith);
    }
}
