package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.space.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers that are asked for beside a table. */
class LineRecipesTest {
    private static final InputSpec TABLE = new InputSpec("t", Modality.TABULAR, List.of("a"));
    private static final InputSpec TEXT = new InputSpec("w", Modality.TEXT, List.of("b"));

    private static List<Assignment> first(Modality modality, TaskType type) {
        var facts = new DataFacts(
                List.of(modality), new TaskFacts(List.of("y"), Set.of(type), false), 300, MediaFacts.NONE);
        var choices = new SearchChoices(
                SearchChoices.FUSIONS, SearchChoices.LOSS_WEIGHTINGS, Map.of(), "random", "none", true, 10);
        return FirstTrials.of(DefaultSpace.of(facts, choices), facts);
    }

    @Test
    void one_of_the_first_trials_begins_at_a_line_and_the_first_does_not() {
        var first = first(Modality.TABULAR, TaskType.REGRESSION);
        assertThat(first.subList(0, 4).stream().map(trial -> DataChoices.lined(trial, List.of(TABLE))))
                .containsExactly(false, false, true, false);
    }

    @Test
    void classes_and_texts_have_no_line() {
        assertThat(first(Modality.TABULAR, TaskType.BINARY).getFirst().values()).doesNotContainKey(Knobs.NUMBER_LINE);
        assertThat(first(Modality.TEXT, TaskType.REGRESSION).getFirst().values())
                .doesNotContainKey(Knobs.NUMBER_LINE);
    }

    /** A referee sees one input alone. */
    @Test
    void a_trial_without_the_table_has_none() {
        var lined = first(Modality.TABULAR, TaskType.REGRESSION).get(2);
        assertThat(DataChoices.lined(lined, List.of(TEXT))).isFalse();
        assertThat(DataChoices.lined(lined, List.of(TEXT, TABLE))).isTrue();
    }
}
