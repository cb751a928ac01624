package io.polyphony.frontend.experiment;

import io.polyphony.backend.comparison.TaskCell;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.frontend.component.Json;
import io.polyphony.frontend.component.Numbers;
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

    /** Whether it was trained here to be one of the best. */
    static boolean ranked(TrialRow row) {
        return !referee(row) && row.trial().origin() != TrialOrigin.IMPORTED;
    }

    /** Better first, whatever the metric's direction; rows without a value last. */
    static Comparator<TrialRow> betterFirst(ExperimentTask task) {
        return Comparator.comparing(row -> value(row, task), Comparator.nullsLast(better(task)));
    }

    /**
     * The best completed trial that is no referee; while none has completed, the best of all. One that was stopped makes no model, and in folds its value is that of the folds
     * it came to, which may be the easy ones.
     */
    static Optional<TrialRow> best(List<TrialRow> rows, ExperimentTask task) {
        var ranked = ranked(rows, task).toList();
        return ranked.stream()
                .filter(row -> row.trial().state() == TrialState.COMPLETED)
                .findFirst()
                .or(() -> ranked.stream().findFirst());
    }

    private static Stream<TrialRow> ranked(List<TrialRow> rows, ExperimentTask task) {
        return rows.stream()
                .filter(row -> ranked(row) && value(row, task) != null)
                .sorted(betterFirst(task));
    }

    /** The referees that learned this task, better first. */
    static List<TrialRow> referees(List<TrialRow> rows, ExperimentTask task) {
        return rows.stream()
                .filter(row -> referee(row) && value(row, task) != null)
                .sorted(betterFirst(task))
                .toList();
    }

    /**
     * How good a value is among the completed trials of its task: 1 the best, 0 the worst tenth, and all that is below. Against
     * pruned trials, or referees that see one input, all good ones would look alike.
     */
    record Scale(double worst, double best) {
        private static final double FLOOR = 0.1;

        static Scale of(List<TrialRow> rows, ExperimentTask task) {
            var completed = values(
                    rows.stream().filter(row -> !referee(row) && row.trial().state() == TrialState.COMPLETED), task);
            var values = completed.size() < 2 ? values(rows.stream(), task) : completed;
            return values.isEmpty()
                    ? new Scale(0, 0)
                    : new Scale(values.get((int) (FLOOR * (values.size() - 1))), values.getLast());
        }

        private static List<Double> values(Stream<TrialRow> rows, ExperimentTask task) {
            return rows.sorted(betterFirst(task).reversed())
                    .flatMap(row -> Stream.ofNullable(value(row, task)))
                    .toList();
        }

        double at(double value) {
            return best == worst ? 1 : Math.clamp((value - worst) / (best - worst), 0, 1);
        }
    }

    private static Comparator<Double> better(ExperimentTask task) {
        return task.direction() == Direction.MAXIMIZE ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    /** A ranked trial, and how it fuses where there is anything to fuse. */
    static String titled(TrialRow row) {
        var fusion = row.trial().fusion();
        var trial = "Trial " + row.trial().number();
        return fusion == null ? trial : "%s · %s".formatted(trial, Numbers.words(fusion));
    }
}
