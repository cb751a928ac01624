package io.polyphony.hpo.analysis;

import io.polyphony.hpo.space.Layout;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One objective against one parameter, or two. */
public final class Slices {

    private Slices() {}

    /**
     * A completed trial as seen from one parameter.
     *
     * @param value of the parameter
     * @param goal  the objective's value, in its own unit
     */
    public record Point(int trial, Object value, double goal) {}

    /**
     * What a random forest expects of the objective over a grid of two parameters, the others as in the trials.
     *
     * @param goals one row per value of {@code first}, one column per value of {@code second}, in the objective's own unit
     */
    public record Contour(List<Object> first, List<Object> second, List<List<Double>> goals) {}

    /** The completed trials that chose the parameter, in the order of their numbers. */
    public static List<Point> slice(Parameter parameter, int objective, List<Trial> trials) {
        return trials.stream()
                .filter(trial -> !trial.values().isEmpty()
                        && trial.assignment().has(parameter.name())
                        && Double.isFinite(trial.values().get(objective)))
                .sorted(Comparator.comparingInt(Trial::number))
                .map(trial -> new Point(
                        trial.number(),
                        trial.assignment().get(parameter.name()),
                        trial.values().get(objective)))
                .toList();
    }

    /**
     * The contour of two parameters.
     *
     * @param resolution of ordered parameters with more values than that
     * @throws TooFewTrials below 10 completed trials
     */
    public static Contour contour(
            SearchSpace space,
            Parameter first,
            Parameter second,
            Objective goal,
            int objective,
            List<Trial> trials,
            int resolution) {
        List<Trial> usable = trials.stream()
                .filter(trial -> !trial.values().isEmpty()
                        && Double.isFinite(trial.values().get(objective))
                        && space.contains(trial.assignment()))
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        if (usable.size() < Importances.LEAST_TRIALS) {
            throw new TooFewTrials(usable.size(), Importances.LEAST_TRIALS);
        }
        Layout layout = Layout.of(space);
        double[][] points =
                usable.stream().map(trial -> layout.point(trial.assignment())).toArray(double[][]::new);
        double[] goals = usable.stream()
                .mapToDouble(trial -> trial.values().get(objective))
                .toArray();
        var forest = Forest.grow(points, goals, goal.name().hashCode());
        List<Object> rows = values(first, resolution);
        List<Object> columns = values(second, resolution);
        int i = space.parameters().indexOf(first);
        int j = space.parameters().indexOf(second);
        return new Contour(
                rows,
                columns,
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> expected(
                                        forest,
                                        points,
                                        i,
                                        first.cell(row).middle(),
                                        j,
                                        second.cell(column).middle()))
                                .toList())
                        .toList());
    }

    private static double expected(Forest forest, double[][] points, int i, double x, int j, double y) {
        double sum = 0;
        for (double[] point : points) {
            double[] moved = point.clone();
            moved[i] = x;
            moved[j] = y;
            sum += forest.predict(moved);
        }
        return sum / points.length;
    }

    private static List<Object> values(Parameter parameter, int resolution) {
        int count = (int) Math.min(parameter.ordered() ? resolution : Integer.MAX_VALUE, parameter.count());
        return IntStream.range(0, count)
                .mapToObj(i -> parameter.at((i + 0.5) / count))
                .distinct()
                .toList();
    }
}
