package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.MediaFacts;
import io.polyphony.backend.experiment.space.TaskFacts;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.trial.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldBudgetTest {
    private static final MediaFacts SMALL = new MediaFacts(0, 28, 1, 0, 0);
    private static final MediaFacts SCANS = new MediaFacts(0, 1024, 1, 0, 0);
    private static final MediaFacts WORDS = new MediaFacts(0, 0, 0, 2, 16_000);

    @Test
    void the_more_time_there_is_the_more_rows_are_learned_in_folds() {
        assertThat(table(5000, null)).isEqualTo(5000);
        assertThat(table(5000, 0.1)).isEqualTo(1000);
        assertThat(table(5000, 2.0)).isEqualTo(3000);
        assertThat(table(5000, 60.0)).isEqualTo(5000);
        assertThat(table(300, 0.1)).isEqualTo(300);
        assertThat(table(0, 60.0)).isZero();
    }

    @Test
    void pictures_and_recordings_take_longer_the_larger_they_are() {
        assertThat(files(Modality.IMAGE, SMALL, 1.5)).isEqualTo(1500);
        assertThat(files(Modality.AUDIO, WORDS, 1.5)).isEqualTo(1500);
        assertThat(files(Modality.IMAGE, SCANS, 3.0)).isBetween(500, 600);
        assertThat(files(Modality.IMAGE, SMALL, 600.0)).isEqualTo(5000);
        assertThat(files(Modality.IMAGE, SMALL, null))
                .as("nobody says how long")
                .isZero();
    }

    @Test
    void what_draws_is_learned_once() {
        var facts = new DataFacts(
                List.of(Modality.IMAGE),
                TaskFacts.of(tasks(TaskType.SEGMENTATION), List.of(Modality.IMAGE)),
                0,
                SMALL,
                0);
        assertThat(new FoldBudget(5000, 60.0).belowRows(facts)).isZero();
    }

    private static int table(int most, @Nullable Double minutes) {
        return new FoldBudget(most, minutes).belowRows(facts(Modality.TABULAR, MediaFacts.NONE));
    }

    private static int files(Modality modality, MediaFacts media, @Nullable Double minutes) {
        return new FoldBudget(5000, minutes).belowRows(facts(modality, media));
    }

    private static DataFacts facts(Modality modality, MediaFacts media) {
        var modalities = List.of(modality);
        return new DataFacts(modalities, TaskFacts.of(tasks(TaskType.MULTICLASS), modalities), 0, media, 0);
    }

    private static List<ExperimentTask> tasks(TaskType type) {
        return List.of(new ExperimentTask("y", type, "accuracy", Direction.MAXIMIZE));
    }
}
