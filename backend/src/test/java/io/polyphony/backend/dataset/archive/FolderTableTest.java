package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderTableTest {
    @Test
    void a_folder_is_a_class() {
        var table = FolderTable.of("pets.zip", List.of("cat/1.png", "dog/2.jpg", "README.md"));
        assertThat(table.columns()).containsExactly("image", "label");
        assertThat(rows(table)).containsExactly(List.of("cat/1.png", "cat"), List.of("dog/2.jpg", "dog"));
    }

    @Test
    void folders_above_the_classes_may_name_the_parts_of_a_split() {
        var table = FolderTable.of("pets.zip", List.of("pets/train/cat/1.wav", "pets/test/dog/2.wav"));
        assertThat(table.columns()).containsExactly("audio", "label", "split");
        assertThat(rows(table))
                .containsExactly(
                        List.of("pets/train/cat/1.wav", "cat", "train"), List.of("pets/test/dog/2.wav", "dog", "test"));
    }

    @Test
    void a_file_outside_of_a_class_is_a_problem() {
        var table = FolderTable.of("pets.zip", List.of("cat/1.png", "2.png"));
        var problems = new Problems();
        table.forEach((row, cells) -> {}, problems);
        assertThatThrownBy(problems::refuseIfAny)
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.file()).isEqualTo("2.png")));
    }

    @Test
    void refuses_an_archive_without_data() {
        assertThatThrownBy(() -> FolderTable.of("docs.zip", List.of("a.pdf", "b.xlsx")))
                .hasMessageContaining("neither a CSV nor");
    }

    private static List<List<String>> rows(FolderTable table) {
        var rows = new ArrayList<List<String>>();
        table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        return rows;
    }
}
