package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.RealMlp;
import io.polyphony.engine.encoder.TabularRocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables whose columns are steps of one measurement. */
class StepRecipesTest {
    private static DataFacts facts(long rows, int steps) {
        return new DataFacts(
                List.of(Modality.TABULAR),
                new TaskFacts(List.of("beat"), Set.of(TaskType.MULTICLASS), false),
                rows,
                MediaFacts.NONE,
                steps,
                steps);
    }

    private static List<EncoderSpec> first(DataFacts facts) {
        var choices = new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, Map.of(), "random", "none", true, 10);
        return FirstTrials.of(DefaultSpace.of(facts, choices), facts).stream()
                .map(trial -> EncoderChoices.spec(Modality.TABULAR, trial))
                .toList();
    }

    @Test
    void are_read_by_their_course_in_the_second_trial() {
        var first = first(facts(300, 140));
        assertThat(first.getFirst()).isInstanceOf(RealMlp.class);
        assertThat(first.get(1)).isEqualTo(new TabularRocket(TabularFeatures.of(false), 2016, 256, 0.2));
    }

    @Test
    void other_tables_have_no_course() {
        assertThat(EncoderChoices.taken(Modality.TABULAR, facts(300, 0))).doesNotContain(Knobs.MINIROCKET);
        assertThat(first(facts(300, 0))).noneMatch(TabularRocket.class::isInstance);
    }

    @Test
    void of_many_rows_fewer_answers_are_kept() {
        assertThat(first(facts(100_000, 140)).get(1))
                .isEqualTo(new TabularRocket(TabularFeatures.of(false), 504, 256, 0.2));
        assertThat(first(facts(700_000, 40)).get(1))
                .isEqualTo(new TabularRocket(TabularFeatures.of(false), 84, 256, 0.2));
        assertThat(first(facts(5_000_000, 40))).as("of too many, none").noneMatch(TabularRocket.class::isInstance);
    }
}
