package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JsonImportTest extends FlowTest {
    private static final List<String> GENRES =
            List.of("[\"drama\", \"crime\"]", "[\"drama\"]", "[\"crime\", \"love\"]", "[\"love\", \"drama\"]");

    @Inject
    Uploads uploads;

    @Inject
    DatasetTables tables;

    @Test
    void json_lines_an_array_and_a_csv_of_the_same_cells_are_the_same_data() {
        var csv = imported("a.csv", "n,c\n1.50,x\n,y\n-2,x\n".getBytes(StandardCharsets.UTF_8));
        var lines = imported(
                "a.jsonl",
                "{\"n\":1.50,\"c\":\"x\"}\n{\"c\":\"y\"}\n{\"n\":-2,\"c\":\"x\"}\n".getBytes(StandardCharsets.UTF_8));
        var array = imported(
                "a.json",
                "[{\"n\":1.50,\"c\":\"x\"},{\"c\":\"y\"},{\"n\":-2,\"c\":\"x\"}]".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.hash()).isEqualTo(csv.hash());
        assertThat(array.hash()).isEqualTo(csv.hash());
        assertThat(tables.load(lines.id()).numbers("n")).containsExactly(1.5, Double.NaN, -2);
    }

    @Test
    void lists_are_known_as_labels_series_and_boxes() {
        var text = new StringBuilder();
        for (var i = 0; i < 40; i++) {
            text.append("""
                {"genres": %s, "trace": [%d,2,3,4,5,6,7,8.5], "things": [{"label": "cell", "x": %d, "y": 2, "w": 3, "h": 4}]}
                """.formatted(GENRES.get(i % 4), i, i));
        }
        var table = tables.load(imported("lists.ndjson", text.toString().getBytes(StandardCharsets.UTF_8))
                .id());
        assertThat(table.column("genres").reason()).contains("sets of labels: 3 labels");
        assertThat(table.column("trace").modality()).isEqualTo(ColumnModality.SERIES);
        assertThat(table.column("things").reason()).contains("boxes on pictures: 1 different labels (such as cell)");
    }

    @Test
    void a_zip_has_its_table_in_json_lines_beside_images() {
        var green = Samples.image("png", 40, 30, Color.GREEN);
        var zip = new Zips()
                .add(
                        "data/table.jsonl",
                        "{\"photo\": \"img/a.png\", \"label\": \"x\"}\n{\"photo\": \"img/b.png\", \"label\": \"y\", \"meta\": {\"age\": 3}}\n")
                .add("data/img/a.png", green)
                .add("data/img/b.png", Samples.image("png", 20, 20, Color.RED))
                .add("data/info.json", "{\"by\": \"somebody\"}");
        var table = tables.load(imported("m.zip", zip.bytes()).id());
        assertThat(table.column("photo").modality()).isEqualTo(ColumnModality.IMAGE);
        assertThat(table.file("photo", 0)).isEqualTo(green);
        assertThat(table.texts("label")).containsExactly("x", "y");
        assertThat(table.numbers("meta.age")).containsExactly(Double.NaN, 3);
    }

    @Test
    void a_broken_row_is_told_with_its_file_and_row() {
        var dataset = uploads.imported(ann, project, "broken.jsonl", "{\"a\": 1}\n{\"a\": 2\n{\"a\": 3}\n");
        assertThat(dataset.state()).isEqualTo(DatasetState.FAILED);
        assertThat(dataset.latest().problems()).singleElement().satisfies(p -> {
            assertThat(p.file()).isEqualTo("broken.jsonl");
            assertThat(p.row()).isEqualTo(2);
            assertThat(p.detail()).contains("The row cannot be read", "Maybe a quote, a comma or a bracket");
        });
    }

    private VersionSummary imported(String file, byte[] content) {
        var dataset = uploads.imported(ann, project, file, content);
        assertThat(dataset.latest().problems()).isEmpty();
        return Objects.requireNonNull(dataset.usable());
    }
}
