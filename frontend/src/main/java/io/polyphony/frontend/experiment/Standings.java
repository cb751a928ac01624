package io.polyphony.frontend.experiment;

import io.polyphony.backend.comparison.TaskCell;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.frontend.component.Json;
import io.polyphony.hpo.trial.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is best at a task, and what the referees say about it. Pure: rows in, rows out. */
final class Standings {
    private Standings() {}

    /** A trial's value on a task: at the epoch whose weights are kept. Null while there is none, or none that is a number. */
    static @Nullable Double value(TrialRow row, ExperimentTask task) {
        TaskCell cell = row.tasks().get(task.name());
        return cell == null ? null : Json.finite(cell.atBestEpoch());
    }

    static boolean referee(TrialRow row) {
        return row.trial().origin() == TrialOrigin.REFEREE;
    }

    /** Better first, whatever the metric's direction; rows without a value last. */
    static Comparator<TrialRow> betterFirst(ExperimentTask task) {
        return Comparator.comparing(row -> value(row, task), Comparator.nullsLast(better(task)));
    }

    /** The best trial that is no referee. */
    static Optional<TrialRow> best(List<TrialRow> rows, ExperimentTask task) {
        return ranked(rows, task).findFirst();
    }

    private static Stream<TrialRow> ranked(List<TrialRow> rows, ExperimentTask task) {
        return rows.stream()
                .filter(row -> !referee(row) && value(row, task) != null)
                .sorted(betterFirst(task));
    }

    /** The referees that learned this task, better first. */
    static List<TrialRow> referees(List<TrialRow> rows, ExperimentTask task) {
        return rows.stream()
                .filter(row -> referee(row) && value(row, task) != null)
                .sorted(betterFirst(task))
                .toList();
    }

    /** How good a value is among all values of its task: 0 the worst, 1 the best. */
    record Scale(double worst, double best) {
        static Scale of(List<TrialRow> rows, ExperimentTask task) {
            var values = rows.stream()
                    .map(row -> value(row, task))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            boolean up = task.direction() == Direction.MAXIMIZE;
            return new Scale(up ? values.getMin() : values.getMax(), up ? values.getMax() : values.getMin());
        }

        double at(double value) {
            return best == worst ? 1 : Math.clamp((value - worst) / (best - worst), 0, 1);
        }
    }

    private static Comparator<Double> better(ExperimentTask task) {
        return task.direction() == Direction.MAXIMIZE ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }
}
