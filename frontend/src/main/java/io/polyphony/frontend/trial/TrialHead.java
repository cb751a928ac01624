package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Tiles;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import io.polyphony.frontend.experiment.TaskTitle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The trial in figures: each task's metric, epochs, time. */
final class TrialHead extends Div {
    TrialHead() {
        addClassName("stack");
    }

    void show(TrialSnapshot snapshot, List<ExperimentTask> tasks) {
        var trial = snapshot.trial();
        removeAll();
        if (trial.message() != null) {
            add(Ui.notice(bad(trial.state()) ? "bad" : "", trial.message()));
        }
        if (trial.state() == TrialState.RUNNING) {
            add(Bars.progress(trial.epochs() == 0 ? Double.NaN : (double) trial.epoch() / trial.epochs(), "Epochs"));
        }
        var tiles = new Tiles();
        tasks.stream().filter(task -> trial.tasks().contains(task.name())).forEach(task -> {
            var metric = snapshot.metric(task.name(), task.metric());
            tiles.tile(
                    task.name(),
                    metric.map(found -> Numbers.metric(found.atBest())).orElse("–"),
                    Metrics.label(task.metric()) + metric.map(TrialHead::beside).orElse("") + TaskTitle.note(task));
        });
        tiles.tile("Score", Numbers.metric(trial.score()), "0 a naive guess, 1 perfect");
        tiles.tile("Epochs", trial.epochs() == 0 ? "–" : trial.epoch() + " / " + trial.epochs(), epochs(trial));
        tiles.tile("Time", time(trial), pace(trial));
        add(tiles);
    }

    private static String epochs(TrialView trial) {
        var best = trial.bestEpoch();
        if (best != null) {
            return best == 0 ? "best before the first" : "best epoch " + best;
        }
        return trial.epochs() == 0 && trial.state() == TrialState.RUNNING ? "its rows are being prepared" : "";
    }

    /** How much folds differ, or where a single training ended. */
    private static String beside(TaskMetric metric) {
        return metric.spread() == null
                ? ", last " + Numbers.metric(metric.last())
                : " of all folds' rows, ± %s from fold to fold".formatted(Numbers.metric(metric.spread()));
    }

    private static boolean bad(TrialState state) {
        return state == TrialState.FAILED || state == TrialState.DIVERGED;
    }

    private static String time(TrialView trial) {
        var end = trial.endedAt() == null ? Instant.now() : trial.endedAt();
        return Numbers.duration(trial.startedAt() == null ? null : Duration.between(trial.startedAt(), end));
    }

    private static String pace(TrialView trial) {
        var rate = trial.rowsPerSecond();
        return rate == null ? "" : String.format(Locale.ENGLISH, "%,.0f rows/s%s", rate, left(trial.secondsLeft()));
    }

    private static String left(@Nullable Double seconds) {
        return seconds == null ? "" : ", " + Numbers.duration(Duration.ofSeconds(Math.round(seconds))) + " left";
    }
}
