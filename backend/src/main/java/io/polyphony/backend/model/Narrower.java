package io.polyphony.backend.model;

import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.trial.Trial;
import io.polyphony.hpo.space.Assignment;
import java.util.LinkedHashMap;
import java.util.List;

/** A trial's assignment with narrower layers: all else, and so how rows are read, stays. */
final class Narrower {
    /** Heads of attention and groups of norms divide widths. */
    private static final int STEP = 8;

    private static final List<String> WIDTHS = List.of(
            Knobs.WIDTH,
            Knobs.TABLE_WIDTH,
            Knobs.TEXT_DIMENSION,
            Knobs.IMAGE_WIDTH,
            Knobs.AUDIO_WIDTH,
            Knobs.SERIES_WIDTH);

    private Narrower() {}

    /** @param factor on every width, above 0 and at most 1; widths stay multiples of eight */
    static Trial of(Trial trial, double factor) {
        var values = new LinkedHashMap<>(trial.assignment().values());
        for (var name : WIDTHS) {
            if (trial.assignment().has(name)) {
                values.put(name, narrowed(trial.assignment().integer(name), factor));
            }
        }
        return trial.trying(new Assignment(values));
    }

    private static int narrowed(int width, double factor) {
        int rounded = (int) Math.round(width * factor / STEP) * STEP;
        return Math.min(width, Math.max(STEP, rounded));
    }
}
