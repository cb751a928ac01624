package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.ExperimentProgress;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Tiles;
import io.polyphony.frontend.component.Ui;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far an experiment is: a bar and the figures behind it. */
final class ExperimentHead extends Div {
    ExperimentHead() {
        addClassName("stack");
    }

    void show(Snapshot snapshot) {
        var experiment = snapshot.experiment();
        var progress = experiment.progress();
        removeAll();
        if (experiment.message() != null) {
            add(Ui.notice(experiment.state().name().equals("FAILED") ? "bad" : "", experiment.message()));
        }
        experiment.cautions().forEach(caution -> add(Ui.notice("warn", caution)));
        if (!experiment.state().ended()) {
            add(Bars.progress(progress.fraction(), "Progress"));
        }
        var ended = "%d completed, %d pruned%s"
                .formatted(
                        progress.completed(),
                        progress.pruned(),
                        progress.failed() == 0 ? "" : ", " + progress.failed() + " failed");
        var rate = snapshot.rows().stream()
                .map(row -> row.trial().rowsPerSecond())
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .sum();
        var tiles = new Tiles().tile("Trials", trials(progress, " / "), ended);
        if (progress.refereesPlanned() > 0) {
            tiles.tile(
                    "Referees",
                    progress.referees() + " / " + progress.refereesPlanned(),
                    "single tasks, single inputs");
        }
        add(tiles.tile(
                        "Running now",
                        String.valueOf(progress.running()),
                        rate > 0 ? String.format(Locale.ENGLISH, "%,.0f rows/s", rate) : "")
                .tile("Time spent", seconds(progress.secondsSpent()), budget(experiment))
                .tile(
                        "Time left",
                        experiment.state().ended() ? "–" : seconds(progress.secondsLeft()),
                        experiment.state().ended() ? "" : "estimate"));
    }

    /** "12 / 50"; how many there will be is not known where only the time ends the search. */
    static String trials(ExperimentProgress progress, String of) {
        return progress.planned() == null
                ? String.valueOf(progress.finished())
                : progress.finished() + of + progress.planned();
    }

    /** "3 min 20 s left", or how it ended. */
    static String left(ExperimentView experiment) {
        var left = experiment.progress().secondsLeft();
        return experiment.state().ended() || left == null
                ? seconds(experiment.progress().secondsSpent()) + " spent"
                : "about " + seconds(left) + " left";
    }

    private static String budget(ExperimentView experiment) {
        var seconds = experiment.budget().seconds();
        return seconds == null ? "no time limit" : "of " + seconds(seconds);
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? "–" : Numbers.duration(Duration.ofMillis((long) (seconds * 1000)));
    }
}
