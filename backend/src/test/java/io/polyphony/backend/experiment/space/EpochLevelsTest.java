package io.polyphony.backend.experiment.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EpochLevelsTest {
    @Test
    void few_rows_of_numbers_may_be_passed_often() {
        assertThat(EpochLevels.of(facts(500, Modality.TABULAR))).containsExactly(25, 87, 300);
        assertThat(EpochLevels.of(facts(5_000, Modality.TABULAR))).containsExactly(30, 49, 80);
    }

    @Test
    void many_rows_are_passed_as_often_as_before() {
        assertThat(EpochLevels.of(facts(40_000, Modality.TABULAR))).containsExactly(30);
        assertThat(EpochLevels.of(facts(1_000_000, Modality.TABULAR))).containsExactly(10);
    }

    @Test
    void words_and_pictures_get_a_short_and_a_long_training() {
        assertThat(EpochLevels.of(facts(2_000, Modality.TEXT, Modality.TABULAR)))
                .containsExactly(25, 75);
        assertThat(EpochLevels.of(facts(1_000, Modality.IMAGE))).containsExactly(25, 50);
        assertThat(EpochLevels.of(facts(400, Modality.IMAGE, Modality.TEXT))).containsExactly(50, 100);
        assertThat(EpochLevels.of(facts(100, Modality.AUDIO))).containsExactly(60, 120);
        assertThat(EpochLevels.of(facts(20_000, Modality.IMAGE))).containsExactly(30);
    }

    @Test
    void what_a_person_asked_for_is_what_every_trial_gets() {
        assertThat(EpochLevels.of(facts(500, Modality.TABULAR), 300)).containsExactly(25, 87, 300);
        assertThat(EpochLevels.of(facts(500, Modality.TABULAR), 100)).containsExactly(100);
        assertThat(EpochLevels.of(facts(500, Modality.TABULAR), 1000)).containsExactly(1000);
    }

    private static DataFacts facts(long rows, Modality... modalities) {
        var wanted = new TaskFacts(List.of("price"), Set.of(TaskType.REGRESSION), false);
        return new DataFacts(List.of(modalities), wanted, rows, MediaFacts.NONE);
    }
}
