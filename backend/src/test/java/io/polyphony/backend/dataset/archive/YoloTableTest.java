package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YoloTableTest {
    /** In the middle of a picture of 200 x 100 pixels: 60 wide, 25 high. */
    private static final String BOX = "1 0.5 0.5 0.3 0.25\n";

    private static final String CELL = "[{\"label\":\"%s\",\"x\":70.0,\"y\":37.5,\"w\":60.0,\"h\":25.0}]";

    @Test
    void labels_lie_in_a_folder_beside_the_pictures() throws IOException {
        var table = table(Map.of(
                "set/images/a.png", "",
                "set/images/b.png", "",
                "set/labels/a.txt", BOX,
                "set/classes.txt", "cat\nbig dog\n"));
        assertThat(table.columns()).containsExactly("image", "boxes");
        assertThat(Texts.rows(table))
                .containsExactly(
                        List.of("set/images/a.png", CELL.formatted("big dog")), List.of("set/images/b.png", "[]"));
    }

    @Test
    void folders_name_the_parts_of_a_split_and_one_without_labels_is_left_out() throws IOException {
        for (var names :
                List.of("names: [cat, dog]", "nc: 2\nnames:\n  0: cat\n  1: dog\n", "names:\n- cat\n- dog\n")) {
            var table = table(Map.of(
                    "train/images/a.png",
                    "",
                    "train/labels/a.txt",
                    BOX,
                    "valid/images/b.png",
                    "",
                    "valid/labels/b.txt",
                    "",
                    "test/images/c.png",
                    "",
                    "data.yaml",
                    names));
            assertThat(table.columns()).containsExactly("image", "boxes", "split");
            assertThat(Texts.rows(table))
                    .containsExactly(
                            List.of("train/images/a.png", CELL.formatted("dog"), "train"),
                            List.of("valid/images/b.png", "[]", "valid"));
        }
        var inner = table(Map.of(
                "images/train/a.png", "", "labels/train/a.txt", BOX, "images/val/b.png", "", "labels/val/b.txt", BOX));
        assertThat(inner.rows()).extracting(List::getLast).containsExactly("train", "val");
    }

    @Test
    void lists_name_the_parts_of_a_split() throws IOException {
        var table = table(Map.of(
                "obj/a.png", "",
                "obj/a.txt", BOX,
                "obj/b.png", "",
                "obj/b.txt", BOX,
                "train.txt", "data/obj/a.png\n",
                "test.txt", "data/obj/b.png\n"));
        assertThat(table.rows()).extracting(List::getLast).containsExactly("train", "test");
    }

    @Test
    void labels_may_lie_beside_the_pictures_and_classes_have_numbers_where_nothing_names_them() throws IOException {
        var table = table(Map.of("a.png", "", "a.txt", BOX, "readme.txt", "Hello"));
        assertThat(table.rows()).containsExactly(List.of("a.png", CELL.formatted("1")));
    }

    @Test
    void other_texts_are_none() throws IOException {
        for (var text : List.of(
                "a caption", "1 2 3 4 5", "cat 0.5 0.5 0.3 0.25", "1 0.5 0.5 0 0.25", "0 0.1 0.1 0.2 0.2 0.3 0.1")) {
            assertThat(read(Map.of("a.png", "", "a.txt", text))).as(text).isEmpty();
        }
        assertThat(read(Map.of("cat/a.png", "", "dog/b.png", ""))).isEmpty();
    }

    @Test
    void a_line_that_is_no_box_among_others_is_named_and_so_is_a_class_without_a_name() {
        var files = Map.of(
                "a.png", "", "b.png", "", "c.png", "", "a.txt", BOX, "b.txt", BOX + "1 0.5 1.7 0.3 0.25", "c.txt", BOX);
        assertThatThrownBy(() -> read(files)).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            var problem = refused.problems().getFirst();
            assertThat(problem.file()).isEqualTo("b.txt");
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.detail()).contains("1 0.5 1.7 0.3 0.25", "Maybe");
        });
        assertThatThrownBy(() -> read(Map.of("a.png", "", "a.txt", BOX, "classes.txt", "cat")))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.problems().getFirst().detail())
                                .contains("The class 1 has no name"));
    }

    private static YoloTable table(Map<String, String> files) throws IOException {
        return read(files).orElseThrow();
    }

    private static Optional<YoloTable> read(Map<String, String> files) throws IOException {
        var texts = new Texts(files);
        return YoloTable.of("x.zip", new TreeMap<>(files).keySet(), texts::source, path -> new int[] {200, 100});
    }
}
