package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PastUnit;
import io.polyphony.engine.data.PastView;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.training.ForecastStart;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried first where there are series. */
class SeriesRecipesTest {
    private static final DataFacts TOLD = new DataFacts(
            List.of(Modality.SERIES, Modality.TABULAR, Modality.TEXT),
            new TaskFacts(List.of("y"), Set.of(TaskType.FORECAST), false),
            1000,
            MediaFacts.NONE);

    @Test
    void series_begin_with_fixed_kernels_then_learned_ones_then_without_an_order() {
        assertThat(encoders(TaskType.BINARY, Map.of())).startsWith(Knobs.MINIROCKET, Knobs.TCN, Knobs.VECTOR);
        assertThat(encoders(TaskType.BINARY, Map.of(Modality.SERIES, List.of(Knobs.TCN))))
                .containsOnly(Knobs.TCN);
    }

    @Test
    void forecasts_begin_with_a_line_then_kernels_then_what_must_learn_more() {
        assertThat(encoders(TaskType.FORECAST, Map.of()))
                .as("and nothing twice: one column alone is neither fused nor weighed")
                .containsExactly(
                        Knobs.LINEAR,
                        Knobs.LINEAR,
                        Knobs.LINEAR,
                        Knobs.LINEAR,
                        Knobs.MINIROCKET,
                        Knobs.VECTOR,
                        Knobs.TCN);
    }

    @Test
    void forecasts_begin_fitted_in_all_but_one_of_the_first_trials() {
        var starts = trials(TaskType.FORECAST, Map.of()).stream()
                .map(trial ->
                        DescentChoices.spec(trial, List.of("y"), List.of(), 10).start())
                .toList();
        assertThat(starts).startsWith(ForecastStart.FITTED, ForecastStart.REPEATED, ForecastStart.FITTED);
        assertThat(starts).containsOnlyOnce(ForecastStart.REPEATED);
    }

    @Test
    void one_of_the_first_trials_counts_series_of_every_size_alike() {
        var trials = trials(TaskType.FORECAST, Map.of());
        assertThat(trials.stream().map(trial -> DataChoices.pasts(trial).unit()))
                .startsWith(
                        PastUnit.COLUMN,
                        PastUnit.COLUMN,
                        PastUnit.WINDOW,
                        PastUnit.COLUMN,
                        PastUnit.WINDOW,
                        PastUnit.WINDOW,
                        PastUnit.COLUMN);
        assertThat(trials.stream().map(trial -> DataChoices.loss(trial).evenWindows()))
                .startsWith(false, false, true)
                .containsOnlyOnce(true);
    }

    @Test
    void of_the_first_trials_one_looks_at_half_of_the_past_and_one_at_a_quarter() {
        assertThat(trials(TaskType.FORECAST, Map.of()).stream()
                        .map(trial -> DataChoices.pasts(trial).share()))
                .startsWith(1.0, 0.5, 1.0, 0.25)
                .containsOnlyOnce(0.5, 0.25);
    }

    @Test
    void every_other_of_the_first_trials_sees_the_past_alone_where_there_is_more() {
        var space = DefaultSpace.of(TOLD, choices(Map.of()));
        var inputs = List.of(
                new InputSpec("past", Modality.SERIES, List.of("y")),
                new InputSpec("table", Modality.TABULAR, List.of("shop")),
                new InputSpec("text", Modality.TEXT, List.of("note")));
        assertThat(FirstTrials.of(space, TOLD).stream()
                        .map(trial -> DataChoices.inputs(trial, inputs).size()))
                .startsWith(3, 1, 3, 1, 3);
        assertThat(trials(TaskType.FORECAST, Map.of())).noneMatch(trial -> trial.has(Knobs.FORECAST_INPUTS));
    }

    /** A mask lies on a picture, and a class may be told by words alone. */
    @Test
    void what_is_no_forecast_is_never_told_by_the_past_alone() {
        var facts = new DataFacts(
                List.of(Modality.SERIES, Modality.IMAGE),
                new TaskFacts(List.of("y", "mask"), Set.of(TaskType.FORECAST, TaskType.SEGMENTATION), false),
                1000,
                new MediaFacts(0, 24, 1, 0, 0));
        assertThat(FirstTrials.of(DefaultSpace.of(facts, choices(Map.of())), facts))
                .isNotEmpty()
                .noneMatch(trial -> trial.has(Knobs.FORECAST_INPUTS));
    }

    /** There is nothing to fuse, and nothing that reads a table or words. */
    @Test
    void nothing_is_chosen_of_inputs_that_are_not_seen() {
        var random = new SplittableRandom(1);
        var space = DefaultSpace.of(TOLD, choices(Map.of()));
        var trials = Stream.generate(() -> space.sample(random)).limit(40).toList();
        assertThat(trials)
                .filteredOn(trial -> trial.text(Knobs.FORECAST_INPUTS).equals(Knobs.PAST))
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.values().keySet())
                        .contains(Knobs.SERIES_ENCODER, Knobs.WIDTH)
                        .noneMatch(name -> name.startsWith(Knobs.FUSION)
                                || name.startsWith("table_")
                                || name.startsWith("text_")
                                || name.equals(Knobs.MODALITY_DROPOUT)
                                || name.equals(Knobs.DEPTH)));
        assertThat(trials)
                .filteredOn(trial -> trial.text(Knobs.FORECAST_INPUTS).equals(Knobs.ALL))
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.values().keySet())
                        .contains(Knobs.FUSION, Knobs.TABLE_ENCODER, Knobs.TEXT_ENCODER, Knobs.MODALITY_DROPOUT));
    }

    /** Trials of before there was a choice. */
    @Test
    void what_is_not_said_is_the_last_value() {
        var trial = trials(TaskType.BINARY, Map.of()).getFirst();
        assertThat(trial.has(Knobs.FORECAST_START)).isFalse();
        assertThat(DescentChoices.spec(trial, List.of("y"), List.of(), 10).start())
                .isEqualTo(ForecastStart.REPEATED);
        assertThat(DataChoices.pasts(trial)).isEqualTo(PastView.WHOLE);
        assertThat(DataChoices.loss(trial).evenWindows()).isFalse();
    }

    private static List<String> encoders(TaskType type, Map<Modality, List<String>> allowed) {
        return trials(type, allowed).stream()
                .map(trial -> trial.text(Knobs.SERIES_ENCODER))
                .toList();
    }

    private static List<Assignment> trials(TaskType type, Map<Modality, List<String>> allowed) {
        var facts = new DataFacts(
                List.of(Modality.SERIES), new TaskFacts(List.of("y"), Set.of(type), false), 1000, MediaFacts.NONE);
        return FirstTrials.of(DefaultSpace.of(facts, choices(allowed)), facts);
    }

    private static SearchChoices choices(Map<Modality, List<String>> allowed) {
        return new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, allowed, "random", "none", true, 10);
    }
}
