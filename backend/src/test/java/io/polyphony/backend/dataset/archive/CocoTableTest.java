package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.table.FileSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CocoTableTest {
    private static final String ONE = """
            {"info": {"year": 2014}, "licenses": [],
             "images": [{"id": 7, "file_name": "a.png", "width": 24}, {"id": 8, "file_name": "b.png"}],
             "annotations": [
               {"id": 1, "image_id": 7, "category_id": 2, "bbox": [1, 2.5, 3, 4], "segmentation": [[1, 2, 3, 4]]},
               {"id": 2, "image_id": 7, "category_id": 3, "bbox": [5, 6, 7, 8]},
               {"id": 3, "image_id": 8, "category_id": 3, "bbox": [5, 6, 0, 8]}],
             "categories": [{"id": 2, "name": "cat; grey"}, {"id": 3, "name": "dog"}]}""";

    @Test
    void boxes_stand_beside_their_pictures() throws IOException {
        var table = table(Map.of("annotations.json", ONE, "a.png", "", "b.png", ""));
        assertThat(table.columns()).containsExactly("image", "boxes");
        var rows = new ArrayList<List<String>>();
        table.forEach(
                (row, cells) -> rows.add(List.of(Objects.requireNonNull(cells[0]), Objects.requireNonNull(cells[1]))),
                new Problems());
        assertThat(rows)
                .containsExactly(
                        List.of(
                                "a.png",
                                "[{\"label\":\"cat; grey\",\"x\":1.0,\"y\":2.5,\"w\":3.0,\"h\":4.0},{\"label\":\"dog\",\"x\":5.0,\"y\":6.0,\"w\":7.0,\"h\":8.0}]"),
                        List.of("b.png", "[]"));
    }

    @Test
    void several_files_name_the_parts_of_a_split() throws IOException {
        var files = Map.of("train/_annotations.coco.json", ONE, "train/a.png", "", "instances_val2017.json", ONE);
        var table = table(files);
        assertThat(table.columns()).containsExactly("image", "boxes", "split");
        assertThat(table.rows())
                .extracting(List::getFirst, List::getLast)
                .containsExactlyInAnyOrder(
                        tuple("train/a.png", "train"),
                        tuple("b.png", "train"),
                        tuple("a.png", "val"),
                        tuple("b.png", "val"));
    }

    @Test
    void other_json_is_none() throws IOException {
        for (var text :
                List.of("{\"images\": []}", "[1, 2]", "{\"images\": [", "no JSON", "{\"images\": [{\"id\": 1}]}")) {
            assertThat(CocoTable.of("x.zip", List.of("x.json"), path -> source(path, text)))
                    .isEmpty();
        }
    }

    private static CocoTable table(Map<String, String> files) throws IOException {
        return CocoTable.of("x.zip", files.keySet(), path -> source(path, Objects.requireNonNull(files.get(path))))
                .orElseThrow();
    }

    private static FileSource source(String path, String text) {
        return new Texts(Map.of(path, text)).source(path);
    }
}
