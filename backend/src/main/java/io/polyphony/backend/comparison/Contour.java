package io.polyphony.backend.comparison;

import io.polyphony.hpo.trial.Direction;
import java.util.List;

/**
 * What a random forest over the completed trials expects of an objective where two parameters vary, the others being as in the trials.
 *
 * @param direction which way the objective is better
 * @param first a parameter
 * @param second another one
 * @param rows values of the first
 * @param columns values of the second
 * @param goals one row per value of the first, with one figure per value of the second, in the objective's own unit
 */
public record Contour(
        String objective,
        Direction direction,
        String first,
        String second,
        List<Object> rows,
        List<Object> columns,
        List<List<Double>> goals) {
    public Contour {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        goals = List.copyOf(goals);
    }
}
