package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
        assertThatThrownBy(() -> FolderTable.of("docs.zip", List.of("a.pdf", "b.xls")))
                .hasMessageContaining("neither a CSV nor");
    }

    @Test
    void a_folder_of_masks_beside_one_of_images_makes_pairs() {
        var files = List.of(
                "d/train/images/2.jpg", "d/train/masks/2_mask.png", "d/test/images/1.jpg", "d/test/masks/1_mask.png");
        var table = MaskTable.of("seg.zip", files, path -> true).orElseThrow();
        assertThat(table.columns()).containsExactly("image", "mask", "split");
        assertThat(rows(table))
                .containsExactly(
                        List.of("d/test/images/1.jpg", "d/test/masks/1_mask.png", "test"),
                        List.of("d/train/images/2.jpg", "d/train/masks/2_mask.png", "train"));
        var flat = List.of("a.png", "a_mask.png", "b.png", "b_mask.png", "notes.txt");
        assertThat(rows(MaskTable.of("flat.zip", flat, path -> true).orElseThrow()))
                .containsExactly(List.of("a.png", "a_mask.png"), List.of("b.png", "b_mask.png"));
    }

    @Test
    void a_class_called_mask_stays_a_class() {
        var faces = List.of("mask/1.png", "bare/1.png");
        assertThat(MaskTable.of("faces.zip", faces, path -> false)).isEmpty();
        assertThat(MaskTable.of("faces.zip", List.of("mask/1.png", "bare/2.png"), path -> true))
                .isEmpty();
        assertThat(MaskTable.of("three.zip", List.of("mask/1.png", "mask/2.png", "a/1.png", "b/2.png"), path -> true))
                .isEmpty();
    }

    @Test
    void what_is_known_only_by_unread_files_is_refused() {
        var yolo = List.of("images/1.png", "labels/1.txt");
        assertThatThrownBy(() -> Unread.refuseNotes(
                        "y.zip", yolo, FolderTable.of("y.zip", yolo).classes()))
                .hasMessageContaining("labels/1.txt")
                .hasMessageContaining("label x y w h");
        assertThatThrownBy(() -> Unread.refuseTables("x.zip", List.of("a/1.png", "t.xls")))
                .hasMessageContaining("save it as CSV");
        assertThatThrownBy(() -> Unread.refuseMedia("t.zip", List.of("a/1.HEIC", "b/1.png")))
                .hasMessageContaining("a/1.HEIC")
                .hasMessageContaining("PNG");
        Unread.refuseNotes("p.zip", List.of("a/1.png", "b/1.png", "README.txt"), Set.of("a", "b"));
    }

    @Test
    void texts_in_folders_are_of_their_folders_classes_and_texts_beside_folders_are_notes() {
        var table = FolderTable.of(
                "imdb.zip",
                List.of("imdb/train/pos/0_9.txt", "imdb/test/neg/1_2.txt", "imdb/train/urls.txt", "imdb/README.txt"));
        assertThat(table.ofTexts()).isTrue();
        assertThat(table.columns()).containsExactly("text", "label", "split");
        assertThat(rows(table))
                .containsExactly(
                        List.of("imdb/train/pos/0_9.txt", "pos", "train"),
                        List.of("imdb/test/neg/1_2.txt", "neg", "test"));
    }

    private static List<List<String>> rows(RowSource table) {
        var rows = new ArrayList<List<String>>();
        try {
            table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
