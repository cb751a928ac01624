package io.polyphony.hpo.space;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A space as a cube: every parameter has one coordinate, its position on the unit interval. A parameter that is not chosen sits in the
 * middle (imputation: Levesque et al., IJCNN 2017), so that trials of the same branch differ only where they chose differently.
 *
 * @param parameters  of the space, one per coordinate
 * @param categorical which coordinates have no order
 */
public record Layout(SearchSpace space, List<Parameter> parameters, boolean[] categorical) {

    /** Where a parameter is that was not chosen. */
    public static final double ABSENT = 0.5;

    private static final double APART = 0.5;

    /** The layout of a space. */
    public static Layout of(SearchSpace space) {
        var categorical = new boolean[space.parameters().size()];
        for (int k = 0; k < categorical.length; k++) {
            categorical[k] = !space.parameters().get(k).ordered();
        }
        return new Layout(space, space.parameters(), categorical);
    }

    /** How many coordinates there are: one per parameter. */
    public int dimensions() {
        return categorical.length;
    }

    /** The coordinates of an assignment of the space; a value that stands for a stretch of positions is at its middle. */
    public double[] point(Assignment assignment) {
        return point(assignment.values());
    }

    private double[] point(Map<String, Object> values) {
        var point = new double[dimensions()];
        for (int k = 0; k < point.length; k++) {
            Object value = values.get(parameters.get(k).name());
            point[k] = value == null ? ABSENT : parameters.get(k).cell(value).middle();
        }
        return point;
    }

    /** The assignment at these coordinates; a constraint of the space may forbid it. */
    public Assignment at(double[] point) {
        return space.assign(parameter -> parameter.at(point[parameters.indexOf(parameter)]));
    }

    /** The nearest point that an assignment has. */
    public double[] snap(double[] point) {
        return point(at(point));
    }

    /** A draw from the prior. */
    public double[] draw(RandomGenerator random) {
        return point(space.sample(random));
    }

    /** Whether there are for certain no more points than that. */
    public boolean atMost(long most) {
        return parameters.stream().mapToDouble(Parameter::count).reduce(1, (a, b) -> a * b) <= most;
    }

    /** The points of all assignments, if there are for certain no more than that. */
    public Optional<List<double[]>> every(long most) {
        return atMost(most) ? Optional.of(space.assignments(1).map(this::point).toList()) : Optional.empty();
    }

    /** Whether the space's constraints allow the assignment at these coordinates. */
    public boolean allows(double[] point) {
        return space.constraints().isEmpty() || space.contains(at(point));
    }

    /** How far apart two points are: the sum over their coordinates, in which two choices without an order are half of the cube apart. */
    public double distance(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            double off = Math.abs(one[k] - other[k]);
            sum += categorical[k] && off > 0 ? APART : off;
        }
        return sum;
    }

    /** Whether the point is among those. */
    public static boolean contains(List<double[]> points, double[] point) {
        for (double[] other : points) {
            if (Arrays.equals(other, point)) {
                return true;
            }
        }
        return false;
    }
}
