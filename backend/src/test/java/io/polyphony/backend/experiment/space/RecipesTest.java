package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is tried first of what one modality may be encoded by. */
class RecipesTest {
    @Test
    void series_begin_with_fixed_kernels_then_learned_ones_then_without_an_order() {
        assertThat(encoders(TaskType.BINARY, Map.of())).startsWith(Knobs.MINIROCKET, Knobs.TCN, Knobs.VECTOR);
        assertThat(encoders(TaskType.BINARY, Map.of(Modality.SERIES, List.of(Knobs.TCN))))
                .containsOnly(Knobs.TCN);
    }

    @Test
    void forecasts_begin_with_a_line() {
        assertThat(encoders(TaskType.FORECAST, Map.of()))
                .startsWith(Knobs.LINEAR, Knobs.TCN)
                .doesNotContain(Knobs.VECTOR, Knobs.MINIROCKET);
    }

    @Test
    void small_pictures_are_soon_seen_by_a_wide_network_that_is_held_back() {
        var wide = first(Modality.IMAGE, TaskType.MULTICLASS, new MediaFacts(0, 32, 3, 0, 0), Map.of())
                .get(2);
        assertThat(wide.integer(Knobs.IMAGE_WIDTH)).isEqualTo(32);
        assertThat(wide.real(Knobs.LABEL_SMOOTHING)).isEqualTo(0.1);
        assertThat(first(Modality.IMAGE, TaskType.MULTICLASS, new MediaFacts(0, 100, 3, 0, 0), Map.of()))
                .allMatch(trial -> trial.integer(Knobs.IMAGE_WIDTH) < 32);
    }

    private static List<String> encoders(TaskType type, Map<Modality, List<String>> allowed) {
        return first(Modality.SERIES, type, MediaFacts.NONE, allowed).stream()
                .map(trial -> trial.text(Knobs.SERIES_ENCODER))
                .toList();
    }

    private static List<Assignment> first(
            Modality modality, TaskType type, MediaFacts media, Map<Modality, List<String>> allowed) {
        var facts = new DataFacts(List.of(modality), new TaskFacts(List.of("y"), Set.of(type), false), 1000, media);
        var choices = new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, allowed, "random", "none", true, 10);
        return FirstTrials.of(DefaultSpace.of(facts, choices), facts);
    }
}
