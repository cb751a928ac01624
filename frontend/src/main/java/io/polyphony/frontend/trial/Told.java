package io.polyphony.frontend.trial;

import io.polyphony.engine.evaluation.Calibration;
import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.engine.evaluation.Residuals;
import io.polyphony.engine.evaluation.StepErrors;
import io.polyphony.frontend.component.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A diagnosis in sentences: for those who cannot see its charts, and for those who want to be told what is in them. */
final class Told {
    private static final int NAMED = 3;

    private Told() {}

    /** A mistake: rows of one class that were taken for another. */
    record Mistake(String truth, String said, long rows) {
        String words() {
            return "%s taken for %s".formatted(truth, said);
        }
    }

    /** The most frequent first. */
    static List<Mistake> mistakes(ConfusionMatrix matrix) {
        var mistakes = new ArrayList<Mistake>();
        for (int truth = 0; truth < matrix.classes().size(); truth++) {
            for (int said = 0; said < matrix.classes().size(); said++) {
                long rows = matrix.counts()[truth][said];
                if (truth != said && rows > 0) {
                    mistakes.add(new Mistake(
                            matrix.classes().get(truth), matrix.classes().get(said), rows));
                }
            }
        }
        mistakes.sort(Comparator.comparingLong(Mistake::rows).reversed());
        return mistakes;
    }

    static String confusion(ConfusionMatrix matrix) {
        var right =
                "%s of %s rows are right.".formatted(Numbers.percent(matrix.accuracy()), Numbers.count(matrix.total()));
        var mistakes = mistakes(matrix);
        return mistakes.isEmpty()
                ? right
                : mistakes.stream()
                        .limit(NAMED)
                        .map(mistake -> "%s (%s)".formatted(mistake.words(), Numbers.count(mistake.rows())))
                        .collect(Collectors.joining(", ", right + " The most frequent mistakes: ", "."));
    }

    static String roc(List<OperatingCurve> curves) {
        return areas("Area under the curve", curves, OperatingCurve::rocAuc) + " Chance reaches 0.5, perfection 1.";
    }

    static String precisionRecall(List<OperatingCurve> curves) {
        var areas = areas("Average precision", curves, OperatingCurve::averagePrecision);
        var only = curves.getFirst();
        return curves.size() > 1
                ? areas
                : areas
                        + " Chance reaches %s, the share of such rows."
                                .formatted(Numbers.percent(
                                        (double) only.positives() / Math.max(1, only.positives() + only.negatives())));
    }

    private interface Area {
        @Nullable
        Double of(OperatingCurve curve);
    }

    private static String areas(String what, List<OperatingCurve> curves, Area area) {
        return curves.stream()
                .map(curve -> "%s for %s".formatted(Numbers.metric(area.of(curve)), curve.name()))
                .collect(Collectors.joining(", ", what + ": ", "."));
    }

    static String calibration(Calibration calibration) {
        double said = mean(calibration, bin -> calibration.said()[bin]);
        double found = mean(calibration, bin -> calibration.found()[bin]);
        double off = mean(
                calibration,
                bin -> Math.abs(calibration.said()[bin] - calibration.found()[bin]));
        return "It says %s on average where %s is found; bin by bin it is off by %s.%s"
                .formatted(Numbers.percent(said), Numbers.percent(found), Numbers.percent(off), tendency(said - found));
    }

    private static String tendency(double over) {
        return Math.abs(over) < 0.02 ? "" : over > 0 ? " It is too sure." : " It is not sure enough.";
    }

    private static double mean(Calibration calibration, ToDoubleFunction<Integer> value) {
        double rows = Math.max(1, Arrays.stream(calibration.rows()).sum());
        return IntStream.range(0, calibration.rows().length)
                .mapToDouble(bin -> value.applyAsDouble(bin) * calibration.rows()[bin] / rows)
                .sum();
    }

    static String scatter(Residuals residuals) {
        return "Mean error %s, deviation %s. A perfect answer lies on the line."
                .formatted(Numbers.metric(residuals.mean()), Numbers.metric(residuals.deviation()));
    }

    static String errors(Residuals residuals) {
        int all = Arrays.stream(residuals.counts()).sum();
        int over = IntStream.range(0, residuals.counts().length)
                .filter(bin -> residuals.edges()[bin] + residuals.edges()[bin + 1] > 0)
                .map(bin -> residuals.counts()[bin])
                .sum();
        return "The largest error is %s; %s of the rows are predicted too high."
                .formatted(
                        Numbers.metric(residuals.edges()[residuals.counts().length]),
                        Numbers.percent((double) over / Math.max(1, all)));
    }

    static String steps(StepErrors steps) {
        int last = steps.mse().length - 1;
        long better = IntStream.rangeClosed(0, last)
                .filter(step -> steps.mse()[step] < steps.naive()[step])
                .count();
        return "From %s one step ahead to %s at step %d; better than repeating the past at %d of %d steps."
                .formatted(
                        Numbers.metric(steps.mse()[0]), Numbers.metric(steps.mse()[last]), last + 1, better, last + 1);
    }
}
