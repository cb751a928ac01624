package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.RunFeatures;
import io.polyphony.engine.data.Screening;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.data.TaskType;
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

/** Which columns of a table of many are seen. */
class WideTablesTest {
    private static final int WIDE = 30;

    static List<String> encoders() {
        return EncoderChoices.all(Modality.TABULAR).stream().map(Choice::name).toList();
    }

    /** Spaces of narrow tables are what they were, and so are trials of experiments of before. */
    @Test
    void narrow_tables_are_seen_whole() {
        assertThat(space(WIDE - 1, "mlp").parameter(Knobs.TABLE_COLUMNS)).isEmpty();
        assertThat(offered(WIDE - 1)).doesNotContain(Knobs.TABLE_COLUMNS);
        assertThat(offered(WIDE)).contains(Knobs.TABLE_COLUMNS);
        assertThat(FirstTrials.of(space(WIDE - 1, "mlp"), facts(WIDE - 1)))
                .allSatisfy(first -> assertThat(features(first)).isEqualTo(TabularFeatures.standard()));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void every_encoder_sees_all_columns_of_a_wide_one_or_those_that_tell(String encoder) {
        assertThat(samples(space(WIDE, encoder)).map(WideTablesTest::features))
                .containsOnly(TabularFeatures.standard(), TabularFeatures.of(false, Screening.TELLING));
    }

    @Test
    void both_are_soon_tried() {
        var space = space(WIDE, "mlp", "realmlp", "linear");
        var first = FirstTrials.of(space, facts(WIDE));
        assertThat(first).allMatch(space::contains).doesNotHaveDuplicates();
        assertThat(first.stream().limit(3).map(assignment -> assignment.text(Knobs.TABLE_COLUMNS)))
                .containsExactly("telling", "all", "telling");
    }

    private static TabularFeatures features(Assignment assignment) {
        var features = EncoderChoices.spec(Modality.TABULAR, assignment).featurizer();
        return features instanceof RunFeatures runs ? runs.cells() : (TabularFeatures) features;
    }

    private static List<String> offered(int columns) {
        return TrainingKnobs.all().stream()
                .filter(knob -> knob.concerns(facts(columns)))
                .map(TrainingKnob::name)
                .toList();
    }

    private static DataFacts facts(int columns) {
        var tasks = new TaskFacts(List.of("liked"), Set.of(TaskType.BINARY), false);
        return new DataFacts(List.of(Modality.TABULAR), tasks, 1000, MediaFacts.NONE, columns, columns);
    }

    private static SearchSpace space(int columns, String... encoders) {
        return DefaultSpace.of(
                facts(columns),
                new SearchChoices(
                        SearchChoices.FUSIONS,
                        SearchChoices.LOSS_WEIGHTINGS,
                        Map.of(Modality.TABULAR, List.of(encoders)),
                        "random",
                        "none",
                        true,
                        10));
    }

    private static Stream<Assignment> samples(SearchSpace space) {
        var random = new SplittableRandom(1);
        return Stream.generate(() -> space.sample(random)).limit(100);
    }
}
