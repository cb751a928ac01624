package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A training once more, with the rows that judged the first one. */
class RefitTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Concatenation(16, 1, 0.1, 0.1), "table", "words");
    private final TrainingSpec spec = Orchestra.training(8, new Equal(), 3);
    private final TrainingOutcome.Completed first =
            (TrainingOutcome.Completed) orchestra.trainer(network, spec).run(null, new Diary());

    /** On the rows of the first training it comes to the same weights: nothing but the rows is different. */
    @Test
    void on_the_same_rows_it_is_the_same_training() {
        var again = refitted(Orchestra.TRAIN, new Diary());
        assertThat(ResumeTest.bits(again.model().weights()))
                .isEqualTo(ResumeTest.bits(first.model().weights()));
    }

    @Test
    void it_learns_from_all_rows_for_the_best_number_of_epochs() {
        var diary = new Diary();
        var refit = refitted(Orchestra.ROWS, diary);
        assertThat(diary.reports).hasSize(first.bestEpoch());
        assertThat(refit.model().provenance())
                .containsEntry(Refit.ROWS, Integer.toString(Orchestra.ROWS))
                .containsEntry("bestEpoch", Integer.toString(first.bestEpoch()));
        assertThat(refit.score()).isNaN();
        assertThat(ResumeTest.bits(refit.model().weights()))
                .isNotEqualTo(ResumeTest.bits(first.model().weights()));
    }

    @Test
    void a_network_that_does_not_tell_its_best_epoch_is_refused() {
        var model = first.model();
        var silent = new TrainedModel(model.network(), model.preprocessor(), model.weights(), Map.of());
        assertThatThrownBy(() -> new Refit(silent, spec).epochs())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not tell its best epoch");
    }

    private TrainingOutcome.Completed refitted(int rows, Diary diary) {
        var all = IntStream.range(0, rows).toArray();
        return (TrainingOutcome.Completed) new Refit(first.model(), spec).run(orchestra.table, all, diary);
    }
}
