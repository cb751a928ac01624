package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.data.TokenFeatures;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.SeriesMeans;
import io.polyphony.engine.encoder.TabularLinear;
import io.polyphony.engine.fusion.Fusions;
import io.polyphony.engine.fusion.Sum;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.weighting.WeightingKind;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultSpaceTest {
    private static final SearchChoices ALL = choices(SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS);

    @Test
    void offers_only_the_fusions_and_weightings_that_were_allowed() {
        var space = space(choices(List.of("late", "gated"), List.of("static")), Modality.TEXT, Modality.TABULAR);

        assertThat(values(space, Knobs.FUSION)).containsOnly("late", "gated");
        assertThat(values(space, Knobs.LOSS_WEIGHTING)).containsOnly("static");
    }

    @Test
    void weighs_tasks_only_under_static_weighting() {
        var space = space(ALL, Modality.TEXT, Modality.TABULAR);

        assertThat(samples(space))
                .allSatisfy(assignment -> assertThat(assignment.has(Knobs.WEIGHT + "stars"))
                        .isEqualTo(assignment.text(Knobs.LOSS_WEIGHTING).equals("static")))
                .anySatisfy(assignment ->
                        assertThat(assignment.has(Knobs.WEIGHT + "stars")).isTrue());
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.weighting.Weightings#all")
    void every_weighting_of_the_engine_can_be_chosen(WeightingKind kind) {
        var space = space(choices(List.of("late"), List.of(kind.name())), Modality.TEXT, Modality.TABULAR);

        assertThat(samples(space).map(assignment -> WeightingChoices.spec(assignment, List.of("liked", "stars"))))
                .allSatisfy(spec -> assertThat(spec).hasSameClassAs(kind.spec()));
    }

    @Test
    void does_not_fuse_a_single_input_and_does_not_weigh_a_single_task() {
        var facts = new DataFacts(List.of(Modality.IMAGE), wanted("digit"), 1000, new MediaFacts(0, 28, 1, 0, 0));

        var space = DefaultSpace.of(facts, ALL);

        assertThat(space.parameter(Knobs.FUSION)).isEmpty();
        assertThat(space.parameter(Knobs.MODALITY_DROPOUT)).isEmpty();
        assertThat(space.parameter(Knobs.LOSS_WEIGHTING)).isEmpty();
    }

    @Test
    void first_trials_lie_in_the_space_whatever_it_offers() {
        var narrow = space(choices(List.of("average"), List.of("uncertainty")), Modality.AUDIO, Modality.IMAGE);
        var wide = space(ALL, Modality.values());

        assertThat(FirstTrials.of(wide, facts(Modality.values())))
                .hasSizeGreaterThanOrEqualTo(5)
                .doesNotHaveDuplicates()
                .allMatch(wide::contains);
        assertThat(FirstTrials.of(narrow, facts(Modality.AUDIO, Modality.IMAGE)))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(narrow::contains);
    }

    @Test
    void first_trials_try_several_fusions_and_weightings() {
        var first = firstTrials(Modality.TEXT, Modality.TABULAR);

        assertThat(first.stream().map(assignment -> assignment.text(Knobs.FUSION)))
                .contains("concatenation", "late", "gated", "weighted", "average");
        assertThat(first.stream().map(assignment -> assignment.text(Knobs.LOSS_WEIGHTING)))
                .contains("equal", "static", "uncertainty");
    }

    @Test
    void a_table_alone_is_soon_tried_as_a_linear_regression() {
        var linear = firstTrials(Modality.TABULAR).get(1);

        assertThat(EncoderChoices.spec(Modality.TABULAR, linear)).isEqualTo(new TabularLinear(0.1));
        assertThat(FusionChoices.spec(linear)).isInstanceOf(Sum.class);
        assertThat(linear.integer(Knobs.HEAD)).isZero();
        assertThat(firstTrials(Modality.TEXT, Modality.TABULAR))
                .noneMatch(assignment -> assignment.text(Knobs.TABLE_ENCODER).equals(Knobs.LINEAR));
    }

    /** It has a linear map of its own past already: to be NLinear (Zeng et al. 2023), next to nothing is added. */
    @Test
    void a_forecast_begins_as_a_linear_map_of_its_past() {
        var facts = new DataFacts(
                List.of(Modality.SERIES),
                new TaskFacts(List.of("load"), Set.of(TaskType.FORECAST), false),
                9000,
                MediaFacts.NONE);
        var space = DefaultSpace.of(facts, ALL);
        var first = FirstTrials.of(space, facts).getFirst();

        assertThat(EncoderChoices.spec(Modality.SERIES, first)).isEqualTo(new SeriesMeans(1024, 0.3));
        assertThat(FusionChoices.spec(first)).isInstanceOf(Sum.class);
        assertThat(samples(space))
                .allSatisfy(assignment -> assertThat(assignment.has(Knobs.SERIES_WIDTH))
                        .isNotEqualTo(assignment.text(Knobs.SERIES_ENCODER).equals(Knobs.LINEAR)));
        assertThat(samples(space(ALL, Modality.SERIES)))
                .allMatch(assignment -> assignment.has(Knobs.SERIES_WIDTH))
                .noneMatch(assignment -> EncoderChoices.spec(Modality.SERIES, assignment) instanceof SeriesMeans);
    }

    @Test
    void what_is_drawn_and_counted_begins_with_a_network_that_looks_far_and_counts_by_density() {
        var facts = new DataFacts(
                List.of(Modality.IMAGE),
                new TaskFacts(List.of("mask", "cells"), Set.of(TaskType.SEGMENTATION, TaskType.COUNT), true),
                500,
                new MediaFacts(0, 256, 3, 0, 0));
        var space = DefaultSpace.of(facts, ALL);
        var first = FirstTrials.of(space, facts).getFirst();

        assertThat(EncoderChoices.spec(Modality.IMAGE, first))
                .isEqualTo(new ImageCnn(128, 3, 12, 4, 0.2, Light.ABSOLUTE));
        assertThat(DataChoices.counting(first)).isEqualTo(Counting.DENSITY);
        assertThat(samples(space).map(DataChoices::counting)).contains(Counting.values());
        assertThat(samples(space).map(DataChoices::light)).containsOnly(Light.ABSOLUTE);
        assertThat(space(ALL, Modality.IMAGE).parameter(Knobs.COUNTING)).isEmpty();
    }

    @Test
    void pictures_are_seen_by_their_own_light_where_that_is_allowed() {
        var choices = new SearchChoices(
                List.of("late"),
                List.of("equal"),
                Map.of(),
                Map.of(Knobs.IMAGE_LIGHT, List.of("relative")),
                "random",
                "none",
                true,
                10,
                "none");
        assertThat(samples(space(choices, Modality.IMAGE)).map(DataChoices::light))
                .containsOnly(Light.RELATIVE);
    }

    @Test
    void a_trained_network_looks_at_pictures_in_the_ways_that_are_allowed() {
        var choices = new SearchChoices(
                List.of("late"),
                List.of("equal"),
                Map.of(),
                Map.of(Knobs.VIEWS, List.of("none", "all_ways")),
                "random",
                "none",
                true,
                10,
                "none");
        assertThat(samples(space(choices, Modality.IMAGE)).map(DataChoices::views))
                .containsOnly(Mirror.NONE, Mirror.ALL_WAYS);
        assertThat(samples(space(ALL, Modality.IMAGE)).map(DataChoices::views)).containsOnly(Mirror.NONE);
        assertThat(space(choices, Modality.TEXT).parameter(Knobs.VIEWS)).isEmpty();
    }

    /** Assignments of experiments that are older than the choice. */
    @Test
    void what_says_nothing_of_light_and_counting_is_as_it_was() {
        assertThat(DataChoices.light(new Assignment(Map.of()))).isEqualTo(Light.ABSOLUTE);
        assertThat(DataChoices.counting(new Assignment(Map.of()))).isEqualTo(Counting.POOLED);
    }

    @Test
    void offers_the_encoders_that_were_allowed_with_the_settings_that_they_read() {
        var encoders = Map.of(Modality.TEXT, List.of("tfidf", "gru", "transformer"));
        var choices = new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, encoders, "random", "none", true, 10);

        assertThat(samples(space(choices, Modality.TEXT, Modality.IMAGE))).allSatisfy(assignment -> {
            var text = assignment.text(Knobs.TEXT_ENCODER);
            assertThat(text).isIn("tfidf", "gru", "transformer");
            assertThat(assignment.has(Knobs.TEXT_DIRECTIONS)).isEqualTo(text.equals("gru"));
            assertThat(assignment.has(Knobs.TEXT_DEPTH)).isEqualTo(text.equals("transformer"));
            assertThat(assignment.has(Knobs.IMAGE_WORDS) == assignment.has(Knobs.IMAGE_BLOCKS))
                    .isFalse();
        });
    }

    @Test
    void how_numbers_and_texts_are_read_is_chosen_for_the_encoders_that_ask() {
        var encoders = Map.of(
                Modality.TEXT, List.of("tfidf", "transformer"),
                Modality.TABULAR, List.of("mlp", "realmlp", "ft-transformer"));
        var training = Map.of(
                Knobs.TEXT_TOKENS, List.of("words", "pieces"), Knobs.TABLE_NUMBERS, List.of("plain", "waves", "bins"));
        var choices = new SearchChoices(
                List.of("late"), List.of("equal"), encoders, training, "random", "none", true, 10, "none");
        var samples = samples(space(choices, Modality.TEXT, Modality.TABULAR)).toList();

        assertThat(samples).allSatisfy(assignment -> {
            assertThat(assignment.has(Knobs.TEXT_TOKENS))
                    .isEqualTo(assignment.text(Knobs.TEXT_ENCODER).equals("transformer"));
            assertThat(assignment.has(Knobs.TABLE_NUMBERS))
                    .isNotEqualTo(assignment.text(Knobs.TABLE_ENCODER).equals("mlp"));
        });
        assertThat(samples.stream()
                        .map(a -> EncoderChoices.spec(Modality.TEXT, a).featurizer()))
                .contains(new TokenFeatures(20_000, 40), new TokenFeatures(4000, 60, true));
        assertThat(samples.stream()
                        .map(a -> EncoderChoices.spec(Modality.TABULAR, a).featurizer()))
                .contains(TabularFeatures.of(true), TabularFeatures.of(false));
        assertThat(space(choices(List.of("late"), List.of("equal")), Modality.TEXT)
                        .parameter(Knobs.TEXT_TOKENS))
                .isEmpty();
    }

    @Test
    void every_encoder_that_may_be_chosen_is_built_from_what_the_space_proposes() {
        for (var modality : Modality.values()) {
            for (var encoder : EncoderChoices.all(modality)) {
                var choices = new SearchChoices(
                        SearchChoices.FUSIONS,
                        SearchChoices.LOSS_WEIGHTINGS,
                        Map.of(modality, List.of(encoder.name())),
                        "random",
                        "none",
                        true,
                        10);
                var all = facts(Modality.values());
                var steps = new DataFacts(all.modalities(), all.tasks(), all.rows(), all.media(), 40, 40);
                assertThat(samples(DefaultSpace.of(steps, choices)))
                        .as(encoder.name())
                        .allSatisfy(assignment -> assertThat(EncoderChoices.spec(modality, assignment)
                                        .featurizer()
                                        .modality())
                                .isEqualTo(modality));
                assertThat(encoder.explanation()).hasSizeBetween(40, 160).endsWith(".");
            }
        }
    }

    @Test
    void every_fusion_that_may_be_chosen_is_built_from_what_the_space_proposes() {
        assertThat(samples(space(ALL, Modality.TEXT, Modality.TABULAR)))
                .allSatisfy(assignment -> assertThat(
                                Fusions.named(assignment.text(Knobs.FUSION)).spec())
                        .isEqualTo(FusionChoices.spec(assignment).getClass()));
    }

    private static SearchSpace space(SearchChoices choices, Modality... modalities) {
        return DefaultSpace.of(facts(modalities), choices);
    }

    private static DataFacts facts(Modality... modalities) {
        return new DataFacts(List.of(modalities), wanted("liked", "stars"), 1000, new MediaFacts(40, 28, 1, 0.6, 8000));
    }

    private static TaskFacts wanted(String... classes) {
        return new TaskFacts(List.of(classes), Set.of(TaskType.BINARY, TaskType.REGRESSION), false);
    }

    private static List<Assignment> firstTrials(Modality... modalities) {
        return FirstTrials.of(space(ALL, modalities), facts(modalities));
    }

    private static SearchChoices choices(List<String> fusions, List<String> weightings) {
        return new SearchChoices(fusions, weightings, Map.of(), "random", "none", true, 10);
    }

    private static Stream<Assignment> samples(SearchSpace space) {
        var random = new SplittableRandom(1);
        return Stream.generate(() -> space.sample(random)).limit(100);
    }

    private static Stream<String> values(SearchSpace space, String name) {
        return samples(space).map(assignment -> assignment.text(name));
    }
}
