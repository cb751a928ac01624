package io.polyphony.hpo.trial;

import java.util.List;

/**
 * What a running trial told on its way.
 *
 * @param step   how far it was, such as the epoch, counted from 1
 * @param values one per objective, in the objectives' own units; NaN counts as worst
 */
public record Report(int step, List<Double> values) {

    public Report {
        values = List.copyOf(values);
        if (step < 0 || values.isEmpty()) {
            throw new IllegalArgumentException(
                    "The report at step %d has the values %s; it needs a step of at least 0 and a value per objective."
                            .formatted(step, values));
        }
    }
}
