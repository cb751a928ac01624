package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Data sets as others publish them: parts of the split in tables of their own, and Parquet files that hold pictures. */
@QuarkusTest
class JoinedUploadTest extends FlowTest {
    private static final byte[] GREEN = Samples.image("png", 40, 30, Color.GREEN);
    private static final byte[] RED = Samples.image("png", 40, 30, Color.RED);

    @Inject
    Uploads uploads;

    @Inject
    DatasetTables tables;

    @Test
    void train_and_test_become_one_table_with_a_split() {
        var table = usable(new Zips().add("test.csv", "y,x\nb,3\n").add("train.csv", "x,y\n1,a\n2,b\n"));
        assertThat(table.texts("x")).containsExactly("1", "2", "3");
        assertThat(table.texts("y")).containsExactly("a", "b", "b");
        assertThat(table.texts("split")).containsExactly("train", "train", "test");
        assertThat(table.column("split").role()).isEqualTo(ColumnRole.SPLIT);
    }

    @Test
    void each_part_names_the_files_that_lie_beside_it() {
        var zip = new Zips().add("train/labels.csv", "image,note,y\n1.png,1.txt,a\n2.png,2.txt,b\n");
        zip.add("train/1.png", GREEN).add("train/2.png", GREEN).add("test/1.png", RED);
        zip.add("train/1.txt", "one").add("train/2.txt", "two").add("test/1.txt", "another");
        var table = usable(zip.add("test/labels.csv", "image,note,y\n1.png,1.txt,a\n"));
        assertThat(table.column("image").modality()).isEqualTo(ColumnModality.IMAGE);
        assertThat(table.file("image", 0)).isEqualTo(GREEN);
        assertThat(table.file("image", 2)).isEqualTo(RED);
        assertThat(table.texts("note")).containsExactly("one", "two", "another");
    }

    @Test
    void a_part_without_the_answers_is_named() {
        var zip = new Zips().add("train.csv", "x,y\n1,a\n2,b\n").add("test.csv", "x\n3\n");
        assertThat(problems(zip)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("test.csv");
            assertThat(problem.column()).isEqualTo("y");
            assertThat(problem.detail()).contains("lacks", "train.csv", "leave it out");
        });
    }

    @Test
    void a_row_that_does_not_fit_is_named_where_it_stands() {
        var zip = new Zips().add("train.csv", "x,y\n1,a\n2,b\n").add("test.csv", "x,y\n3,a\n4,b,c\n");
        assertThat(problems(zip)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("test.csv");
            assertThat(problem.row()).isEqualTo(3L);
        });
    }

    @Test
    void parquet_files_bring_their_pictures_and_the_names_of_classes() throws IOException {
        var zip = new Zips()
                .add("README.md", "# Pets")
                .add("data/train-00000-of-00001.parquet", parquet("pictures-train"))
                .add("data/test-00000-of-00001.parquet", parquet("pictures-test"));
        var table = usable(zip);
        assertThat(table.column("image").modality()).isEqualTo(ColumnModality.IMAGE);
        assertThat(table.file("image", 0)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(table.file("image", 2)).isNull();
        assertThat(table.texts("label")).containsExactly("cat", "dog", "dog", "cat", null);
        assertThat(table.texts("marks")).containsExactly("small", "small; old", "[]", "old", null);
        assertThat(table.texts("note")).containsExactly("a red one", "blue", null, "grün", null);
        assertThat(table.texts("split")).containsExactly("train", "train", "train", "test", "test");
    }

    @Test
    void one_parquet_file_needs_no_archive() throws IOException {
        var dataset = uploads.imported(ann, project, "pets.parquet", parquet("pictures-train"));
        assertThat(dataset.latest().problems()).isEmpty();
        var table = tables.load(Objects.requireNonNull(dataset.usable()).id());
        assertThat(table.file("image", 1)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void bytes_that_are_no_file_are_named_with_their_row() throws IOException {
        var dataset = uploads.imported(ann, project, "nothing.parquet", parquet("nothing"));
        assertThat(dataset.latest().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2L);
            assertThat(problem.column()).isEqualTo("a");
            assertThat(problem.detail()).contains("3 bytes", "PNG");
        });
    }

    private static byte[] parquet(String name) throws IOException {
        try (var in = JoinedUploadTest.class.getResourceAsStream("/tables/%s.parquet".formatted(name))) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private TableData usable(Zips zip) {
        var dataset = uploads.imported(ann, project, "parts.zip", zip.bytes());
        assertThat(dataset.latest().problems()).isEmpty();
        return tables.load(Objects.requireNonNull(dataset.usable()).id());
    }

    private List<FieldProblem> problems(Zips zip) {
        var dataset = uploads.imported(ann, project, "parts.zip", zip.bytes());
        assertThat(dataset.state()).isEqualTo(DatasetState.FAILED);
        return dataset.latest().problems();
    }
}
