package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train.csv test.csv",
                "d/train/labels.csv d/test/labels.csv",
                "train/train.csv test/test.csv",
                "Moves_TRAIN.arff Moves_TEST.arff",
                "trainData.csv testData.csv",
                "data/train-00000-of-00001-4e1f.parquet data/test-00000-of-00001-77aa.parquet"
            })
    void parts_of_the_split_are_told(String paths) {
        assertThat(words(paths)).containsExactly("train", "test");
    }

    @Test
    void pieces_of_one_part_are_joined_too() {
        assertThat(words("train-00000-of-00002.csv train-00001-of-00002.csv dev.csv"))
                .containsExactly("train", "train", "dev");
        assertThat(words("out/part-00000-a1-c000.csv out/part-00001-a1-c000.csv"))
                .containsExactly("", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train.csv",
                "train.csv test.csv sample_submission.csv",
                "rooms_train.csv prices_test.csv",
                "train/1.csv train/2.csv test/3.csv",
                "train/walk/1.csv train/run/1.csv test/walk/1.csv",
                "train.csv Train.csv",
                "train.csv train-00000-of-00001.csv",
                "2020.csv 2021.csv",
                "part/a.csv part/b.csv",
                "department1.csv department2.csv"
            })
    void others_are_not(String paths) {
        assertThat(PartName.of(List.of(paths.split(" ")))).isEmpty();
    }

    @Test
    void people_read_train_first_and_pieces_by_their_numbers() {
        assertThat(PartName.ordered(List.of("test.csv", "validation.csv", "train-1-of-2.csv", "train-0-of-2.csv")))
                .containsExactly("train-0-of-2.csv", "train-1-of-2.csv", "validation.csv", "test.csv");
    }

    private static Stream<String> words(String paths) {
        return PartName.of(List.of(paths.split(" "))).orElseThrow().stream().map(PartName::word);
    }
}
