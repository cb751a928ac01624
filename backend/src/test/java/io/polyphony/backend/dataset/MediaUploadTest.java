package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import io.polyphony.backend.testing.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Archives as people pack them, whose tables and folders speak of files in their own ways. */
@QuarkusTest
class MediaUploadTest extends FlowTest {
    private static final byte[] PICTURE = Samples.image("png", 40, 30, Color.GREEN);

    @Inject
    Uploads uploads;

    @Inject
    DatasetTables tables;

    @Test
    void names_without_endings_and_words_for_nothing_are_images() {
        var zip = new Zips().add("t.csv", "id,y\n00001,a\n00002,b\nnone,a\n00003,b\n");
        zip.add("images/00001.png", PICTURE).add("images/00002.png", PICTURE).add("images/00003.png", PICTURE);
        var table = usable("bare.zip", zip);
        assertThat(table.column("id").modality()).isEqualTo(ColumnModality.IMAGE);
        assertThat(table.column("id").missing()).isEqualTo(1);
        assertThat(table.file("id", 0)).isEqualTo(PICTURE);
        assertThat(table.file("id", 2)).isNull();
    }

    @Test
    void images_that_no_column_names_are_not_dropped_without_a_word() {
        var zip = new Zips().add("t.csv", "x,y\n1.5,a\n2.5,b\n").add("p.png", PICTURE);
        assertThat(problems("unnamed.zip", zip.add("q.png", PICTURE)))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("No column", "2 images"));
    }

    @Test
    void folders_of_images_and_masks_are_a_picture_and_what_to_draw() {
        var zip = new Zips().add("images/1.png", PICTURE).add("images/2.png", PICTURE);
        zip.add("masks/1.png", mask(40, 30, Color.BLACK)).add("masks/2.png", mask(40, 30, Color.WHITE));
        var table = usable("seg.zip", zip);
        assertThat(table.column("image").role()).isEqualTo(ColumnRole.INPUT);
        assertThat(table.column("mask").role()).isEqualTo(ColumnRole.TARGET);
        assertThat(table.texts("mask")).containsExactly("masks/1.png", "masks/2.png");
    }

    @Test
    void a_mask_of_another_shape_than_its_image_is_named_and_a_scaled_one_is_not() {
        var zip = new Zips();
        var table = new StringBuilder("image,mask\n");
        for (var i = 0; i < 6; i++) {
            var tall = i == 2 ? 15 : 30;
            var wide = i == 4 ? 50 : tall * 4 / 3;
            zip.add(i + ".png", PICTURE)
                    .add("m" + i + ".png", mask(wide, tall, i % 2 == 0 ? Color.BLACK : Color.WHITE));
            table.append("%d.png,m%d.png\n".formatted(i, i));
        }
        assertThat(problems("odd.zip", zip.add("t.csv", table.toString())))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.row()).isEqualTo(6);
                    assertThat(p.column()).isEqualTo("mask");
                    assertThat(p.detail()).contains("(m4.png) has 50 x 30", "has 40 x 30");
                });
    }

    @Test
    void annotations_of_coco_are_boxes() {
        var zip = new Zips()
                .add("images/1.png", PICTURE)
                .add("images/2.png", PICTURE)
                .add("annotations.json", """
                {"images": [{"id": 1, "file_name": "1.png"}, {"id": 2, "file_name": "2.png"}],
                 "annotations": [{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]}],
                 "categories": [{"id": 1, "name": "cat"}]}""");
        var table = usable("coco.zip", zip);
        assertThat(table.column("boxes").reason()).startsWith("boxes on pictures: 1 different labels (such as cat)");
        assertThat(table.file("image", 1)).isEqualTo(PICTURE);
    }

    @Test
    void recordings_that_a_table_names_or_that_lie_in_folders_are_series() {
        var zip = new Zips();
        var folders = new Zips();
        var rows = new StringBuilder("walk,fell\n");
        for (var i = 0; i < 6; i++) {
            var walk = "x,y\n" + "%d,0.5\n".formatted(i).repeat(12);
            zip.add("rec/%d.csv".formatted(i), walk);
            folders.add((i % 2 == 0 ? "up/" : "down/") + i + ".csv", walk);
            rows.append("rec/%d.csv,%s\n".formatted(i, i % 2 == 0 ? "yes" : "no"));
        }
        var table = usable("walks.zip", zip.add("labels.csv", rows.toString()));
        assertThat(table.column("walk").modality()).isEqualTo(ColumnModality.SERIES);
        assertThat(table.texts("walk")[1])
                .startsWith("1 1 1")
                .endsWith("| " + "0.5 ".repeat(12).strip());
        assertThat(usable("folders.zip", folders).column("series").modality()).isEqualTo(ColumnModality.SERIES);
    }

    private static byte[] mask(int width, int height, Color colour) {
        return Samples.image("png", width, height, colour);
    }

    private TableData usable(String file, Zips zip) {
        var dataset = uploads.imported(ann, project, file, zip.bytes());
        assertThat(dataset.latest().problems()).isEmpty();
        return tables.load(Objects.requireNonNull(dataset.usable()).id());
    }

    private List<FieldProblem> problems(String file, Zips zip) {
        var dataset = uploads.imported(ann, project, file, zip.bytes());
        assertThat(dataset.state()).isEqualTo(DatasetState.FAILED);
        return dataset.latest().problems();
    }
}
