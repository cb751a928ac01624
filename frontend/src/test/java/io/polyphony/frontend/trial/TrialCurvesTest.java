package io.polyphony.frontend.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.frontend.component.Palette;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrialCurvesTest {
    @Test
    void every_state_says_why_there_are_no_curves_and_only_a_running_one_promises_some() {
        var promises = Arrays.stream(TrialState.values())
                .filter(state -> TrialCurves.why(state).contains("yet"))
                .toList();
        assertThat(promises).containsExactly(TrialState.WAITING, TrialState.RUNNING);
        assertThat(TrialCurves.why(TrialState.FAILED)).contains("before its first epoch");
    }

    @Test
    void a_chart_without_points_says_why_and_one_with_points_is_drawn() {
        var chart = new LineChart("Losses", "loss");
        chart.show(List.of(line()), "Nothing yet.");
        assertThat(chart.getChildren()
                        .filter(child -> child.isVisible())
                        .map(child -> child.getElement().getText()))
                .containsExactly("Nothing yet.");
        chart.show(List.of(line(new Curve.Point(1, 0.5), new Curve.Point(2, 0.25))), "Nothing yet.");
        assertThat(chart.getChildren()
                        .filter(child -> child.isVisible())
                        .map(child -> child.getElement().getAttribute("aria-label")))
                .containsExactly("Losses: up from 0.5000 at epoch 1 to 0.2500 at epoch 2.");
    }

    @Test
    void an_input_has_one_colour_whatever_is_measured_of_it_and_no_task_has_it() {
        var inputs = List.of("table", "text");
        var curves = List.of(
                curve("train", "beside_loss autoencoding"),
                curve("train", "beside_loss unimodal.table"),
                curve("train", "beside_loss unimodal.text"),
                curve("validation", "beside_loss autoencoding"),
                curve("train", "modulation text"),
                curve("train", "loss"));
        var losses = TrialCurves.lines(curves, MetricPoint.BESIDE_LOSS, inputs);
        assertThat(losses).extracting(LineOption.Line::name).containsExactly("autoencoding", "table", "text");
        assertThat(losses)
                .extracting(LineOption.Line::color)
                .doesNotHaveDuplicates()
                .doesNotContain(Palette.task(0), Palette.task(1), Palette.task(2));
        assertThat(TrialCurves.lines(curves, MetricPoint.MODULATION, inputs))
                .extracting(LineOption.Line::name, LineOption.Line::color)
                .containsExactly(tuple("text", losses.getLast().color()));
    }

    private static Curve curve(String split, String name) {
        return new Curve(new TrialId(UUID.randomUUID()), "", split, name, List.of(new Curve.Point(1, 0.5)));
    }

    private static LineOption.Line line(Curve.Point... points) {
        var curve = new Curve(new TrialId(UUID.randomUUID()), "up", "train", "loss", List.of(points));
        return new LineOption.Line("up", "var(--voice-1)", "solid", curve);
    }
}
