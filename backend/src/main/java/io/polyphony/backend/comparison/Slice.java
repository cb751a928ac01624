package io.polyphony.backend.comparison;

import io.polyphony.hpo.analysis.Slices;
import io.polyphony.hpo.trial.Direction;
import java.util.List;

/**
 * One objective over one parameter: a point per completed trial that chose it.
 *
 * @param direction which way the objective is better
 * @param points in the order of the trials' numbers
 */
public record Slice(String objective, Direction direction, String parameter, List<Slices.Point> points) {
    public Slice {
        points = List.copyOf(points);
    }
}
