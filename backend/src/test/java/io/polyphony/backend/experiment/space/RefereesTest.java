package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefereesTest {
    private static final Assignment CONVOLVED = new Assignment(
            Map.of(Knobs.FUSION, "late", Knobs.LOSS_WEIGHTING, "equal", Knobs.IMAGE_ENCODER, "cnn", Knobs.BATCH, 32));
    private static final Assignment PATCHED = new Assignment(Map.of(
            Knobs.FUSION, "late", Knobs.LOSS_WEIGHTING, "equal", Knobs.IMAGE_ENCODER, Knobs.PATCHES, Knobs.BATCH, 32));

    @Test
    void they_repeat_what_takes_least_time() {
        assertThat(Referees.recipe(List.of(CONVOLVED, PATCHED), Set.of(CONVOLVED)))
                .isEqualTo(PATCHED);
        assertThat(Referees.recipe(List.of(CONVOLVED), Set.of())).isEqualTo(CONVOLVED);
    }

    @Test
    void sounds_take_least_time_on_the_whole() {
        var whole = new Assignment(Map.of(Knobs.IMAGE_ENCODER, "cnn", Knobs.AUDIO_ENCODER, Knobs.FUNCTIONALS));
        assertThat(Referees.recipe(List.of(CONVOLVED, whole, PATCHED), Set.of()))
                .isEqualTo(whole);
    }

    @Test
    void they_repeat_nothing_that_was_given_up() {
        assertThat(Referees.recipe(List.of(CONVOLVED, PATCHED), Set.of(PATCHED)))
                .isEqualTo(CONVOLVED);
    }

    @Test
    void what_is_alone_is_neither_fused_nor_weighed() {
        var onlyImage = new RefereePlan("only image", List.of("kind", "size"), List.of("image"));
        assertThat(Referees.restricted(PATCHED, onlyImage).values())
                .containsOnlyKeys(Knobs.LOSS_WEIGHTING, Knobs.IMAGE_ENCODER, Knobs.BATCH);
        var onlyKind = new RefereePlan("only kind", List.of("kind"), List.of("image", "text"));
        assertThat(Referees.restricted(PATCHED, onlyKind).values())
                .containsOnlyKeys(Knobs.FUSION, Knobs.IMAGE_ENCODER, Knobs.BATCH);
        var both = new RefereePlan("both", List.of("kind", "size"), List.of("image", "text"));
        assertThat(Referees.restricted(PATCHED, both)).isEqualTo(PATCHED);
    }

    /** What stands beside it may answer what is no forecast. */
    @Test
    void forecasts_are_not_asked_of_what_has_no_past() {
        var inputs = List.of(
                new InputSpec("past", Modality.SERIES, List.of("load")),
                new InputSpec("table", Modality.TABULAR, List.of("weather")));
        var load = new ExperimentTask("load", TaskType.FORECAST, "mse", Direction.MINIMIZE, false);
        var alarm = new ExperimentTask("alarm", TaskType.BINARY, "roc_auc", Direction.MAXIMIZE, false);
        assertThat(Referees.of(inputs, List.of(load, alarm)))
                .extracting(RefereePlan::tasks, RefereePlan::inputs)
                .containsExactly(
                        tuple(List.of("load", "alarm"), List.of("past")),
                        tuple(List.of("alarm"), List.of("table")),
                        tuple(List.of("load"), List.of("past", "table")),
                        tuple(List.of("alarm"), List.of("past", "table")));
        assertThat(Referees.of(inputs, List.of(load)))
                .extracting(RefereePlan::inputs)
                .containsExactly(List.of("past"));
    }
}
