package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import io.polyphony.backend.testing.FlowTest;
import io.polyphony.backend.upload.BlobRows;
import io.polyphony.backend.upload.BlobStore;
import io.polyphony.backend.upload.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest extends FlowTest {
    private static final byte[] PICTURE = Samples.image("png", 40, 30, Color.GREEN);

    @Inject
    Uploads uploads;

    @Inject
    DatasetService datasets;

    @Inject
    DatasetTables tables;

    @Inject
    BlobStore blobs;

    @Inject
    BlobRows rows;

    @Inject
    Sql sql;

    @Test
    void tables_come_back_as_they_went_in() {
        var version = usable(uploads.imported(ann, project, "t.csv", "n,c\n1.5,x\n,y\n-2,\n"));
        var table = tables.load(version.id());
        assertThat(table.numbers("n")).containsExactly(1.5, Double.NaN, -2);
        assertThat(table.texts("c")).containsExactly("x", "y", null);
        assertThat(table.hash()).isEqualTo(version.hash()).hasSize(64);
    }

    @Test
    void blanks_around_a_cell_mean_nothing() {
        var version = usable(uploads.imported(ann, project, "t.csv", "n,c\n1, yes\n2,yes \n3,yes\n4,\" no\"\n"));
        var table = tables.load(version.id());
        assertThat(table.texts("c")).containsExactly("yes", "yes", "yes", "no");
        assertThat(table.column("c").distinct()).isEqualTo(2);
    }

    @Test
    void ids_of_those_who_are_known_are_read() {
        var csv = new StringBuilder("shop_id,sold,part\n");
        for (var row = 0; row < 200; row++) {
            csv.append("s%d,%d,%s\n".formatted(row % 40, row * 7 % 90, row % 5 == 3 ? "test" : "train"));
        }
        var shop = tables.load(usable(uploads.imported(ann, project, "t.csv", csv.toString()))
                        .id())
                .column("shop_id");
        // Every fifth shop is in the test rows alone.
        assertThat(shop.role()).isEqualTo(ColumnRole.GROUP);
        var mixed = tables.load(usable(uploads.imported(
                                ann,
                                project,
                                "u.csv",
                                csv.append("s3,1,train\ns8,1,train\ns13,1,train\ns18,1,train\n")
                                        .toString()))
                        .id())
                .column("shop_id");
        assertThat(mixed.role()).isEqualTo(ColumnRole.INPUT);
        assertThat(mixed.reason()).contains("; 50 % of the rows to be judged");
    }

    @Test
    void the_hash_is_of_the_content_and_not_of_the_file() {
        var comma = usable(uploads.imported(ann, project, "a.csv", "n,c\n1,x\n2,y\n3,x\n"));
        var semicolon = usable(uploads.imported(ann, project, "b.csv", "n;c\r\n1;x\r\n2;y\r\n3;x\r\n"));
        var other = usable(uploads.imported(ann, project, "c.csv", "n,c\n1,x\n2,y\n3,y\n"));
        assertThat(semicolon.hash()).isEqualTo(comma.hash());
        assertThat(other.hash()).isNotEqualTo(comma.hash());
    }

    @Test
    void media_are_read_by_row() {
        var zip = new Zips().add("data/list.csv", "file,label\n./a.png,x\nsub/b.png,y\n,x\n");
        zip.add("data/a.png", PICTURE).add("data/sub/b.png", Samples.image("png", 20, 20, Color.RED));
        var table = tables.load(
                usable(uploads.imported(ann, project, "m.zip", zip.bytes())).id());
        assertThat(table.file("file", 0)).isEqualTo(PICTURE);
        assertThat(table.file("file", 1)).isNotEqualTo(PICTURE);
        assertThat(table.file("file", 2)).isNull();
    }

    @Test
    void folders_become_classes() {
        var zip = new Zips()
                .add("train/cat/1.png", PICTURE)
                .add("train/dog/2.png", PICTURE)
                .add("test/cat/3.png", PICTURE);
        var version = usable(uploads.imported(ann, project, "pets.zip", zip.bytes()));
        var table = tables.load(version.id());
        assertThat(table.texts("label")).containsExactly("cat", "dog", "cat");
        assertThat(table.column("split").role()).isEqualTo(ColumnRole.SPLIT);
        assertThat(table.column("image").modality()).isEqualTo(ColumnModality.IMAGE);
    }

    @Test
    void unknown_and_damaged_files_are_named_with_row_and_column() {
        var zip = new Zips()
                .add("list.csv", "photo,label\na.png,x\nlost.png,y\n../b.png,z\n")
                .add("a.png", PICTURE);
        assertThat(problems("u.zip", zip.bytes()))
                .extracting(FieldProblem::row, FieldProblem::column)
                .containsExactly(tuple(3L, "photo"), tuple(4L, "photo"));
        var damaged =
                new Zips().add("list.csv", "photo,label\na.png,x\nb.png,y\n").add("a.png", PICTURE);
        damaged.add("b.png", Arrays.copyOf(PICTURE, PICTURE.length / 2));
        assertThat(problems("d.zip", damaged.bytes())).singleElement().satisfies(p -> {
            assertThat(p.row()).isEqualTo(3);
            assertThat(p.column()).isEqualTo("photo");
            assertThat(p.detail()).contains("b.png");
        });
    }

    @Test
    void hostile_archives_are_refused() {
        assertThat(problems(
                                "slip.zip",
                                new Zips()
                                        .add("a.csv", "a\n1\n")
                                        .add("../../x.csv", "x")
                                        .bytes())
                        .getFirst()
                        .detail())
                .contains("leads out");
        assertThat(problems(
                                "bomb.zip",
                                new Zips().add("a.csv", new byte[40 << 20]).bytes())
                        .getFirst()
                        .detail())
                .contains("bomb");
        assertThat(problems("empty.zip", new Zips().bytes()).getFirst().detail())
                .contains("empty");
        assertThat(problems("none.zip", new Zips().add("a.pdf", "x").bytes())
                        .getFirst()
                        .detail())
                .contains("neither a CSV");
        assertThat(problems("empty.csv", new byte[0]).getFirst().detail()).contains("empty");
    }

    @Test
    void a_target_of_one_class_is_refused_by_name() {
        var version = usable(uploads.imported(ann, project, "o.csv", "x,same,good\n1,a,p\n2,,q\n3,a,p\n"))
                .id();
        assertThat(datasets.requireUsableTarget(version, "good").distinct()).isEqualTo(2);
        assertThatThrownBy(() -> datasets.requireUsableTarget(version, "same"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("same")
                .hasMessageContaining("one class");
        assertThatThrownBy(() -> datasets.requireUsableTarget(version, "nothing"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void an_import_whose_process_died_is_done_by_another() {
        var dataset = interrupted(1);
        var found = uploads.over(ann, dataset);
        assertThat(found.state()).isEqualTo(DatasetState.READY);
        assertThat(found.latest().rows()).isEqualTo(2);
    }

    @Test
    void a_file_that_killed_its_importer_twice_is_left_alone() {
        var found = uploads.over(ann, interrupted(2));
        assertThat(found.state()).isEqualTo(DatasetState.FAILED);
        assertThat(found.latest().problems())
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("broke off"));
    }

    @Test
    void only_bytes_without_a_reference_are_swept() {
        var kept = uploads.imported(ann, project, "k.csv", "a,b\n1,x\n2,y\n");
        var lost = blobs.put("nobody refers to this".getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThat(rows.sweep(Duration.ofHours(1))).isZero();
        assertThat(rows.sweep(Duration.ZERO)).isPositive();
        assertThat(blobs.exists(lost)).isFalse();
        assertThat(tables.load(usable(kept).id()).rows()).isEqualTo(2);
    }

    @Test
    void large_contents_are_stored_once_and_come_back_equal() throws IOException {
        var bytes = new byte[5_000_000];
        new Random(4).nextBytes(bytes);
        var first = blobs.put(new ByteArrayInputStream(bytes), "application/octet-stream");
        assertThat(blobs.put(bytes, "text/plain")).isEqualTo(first.sha());
        assertThat(first.length()).isEqualTo(bytes.length);
        Files.delete(blobs.file(first.sha()));
        assertThat(blobs.bytes(first.sha())).isEqualTo(bytes);
    }

    /** A version as a killed process leaves it: claimed so many times, silent for an hour. */
    private DatasetId interrupted(int attempts) {
        var content = "a,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8);
        Sha256 sha = blobs.put(content, "text/csv");
        var dataset = DatasetId.next();
        var version = DatasetVersionId.next();
        sql.update(
                "insert into dataset (id, project_id, name, created_at) values (?, ?, 'killed', clock_timestamp())",
                dataset,
                project);
        sql.update("""
                insert into dataset_version (id, dataset_id, number, content_id, file_name, bytes, source_sha, source_blob,
                    state, progress, stage, rate, rows, columns, problems, attempts, heartbeat_at, created_at)
                values (?, ?, 1, ?, 'killed.csv', 12, ?, ?, 'IMPORTING', 0.5, 'reading rows', 1, 0, 0, '[]', ?,
                    clock_timestamp() - interval '1 hour', clock_timestamp())""", version, dataset, version, sha.hex(), sha.hex(), attempts);
        return dataset;
    }

    private List<FieldProblem> problems(String file, byte[] content) {
        var dataset = uploads.imported(ann, project, file, content);
        assertThat(dataset.state()).isEqualTo(DatasetState.FAILED);
        assertThat(dataset.usable()).isNull();
        return dataset.latest().problems();
    }

    private static VersionSummary usable(DatasetSummary dataset) {
        assertThat(dataset.latest().problems()).isEmpty();
        return Objects.requireNonNull(dataset.usable());
    }
}
