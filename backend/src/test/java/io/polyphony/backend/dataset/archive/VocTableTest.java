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

class VocTableTest {
    private static final String TWO = """
            <?xml version="1.0"?>
            <annotation><folder>VOC2007</folder><filename>a.jpg</filename>
              <size><width>353</width><height>500</height><depth>3</depth></size>
              <object><name>dog</name><difficult>0</difficult>
                <bndbox><xmin>48</xmin><ymin>240.5</ymin><xmax>195</xmax><ymax>371</ymax></bndbox></object>
              <object><name>a &amp; b</name>
                <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
                <bndbox><ymin>12</ymin><xmin>8</xmin><ymax>498</ymax><xmax>352</xmax></bndbox></object>
            </annotation>""";

    private static final String CELL =
            "[{\"label\":\"dog\",\"x\":48.0,\"y\":240.5,\"w\":147.0,\"h\":130.5},{\"label\":\"a & b\",\"x\":8.0,\"y\":12.0,\"w\":344.0,\"h\":486.0}]";

    @Test
    void every_object_is_a_box_on_its_picture() throws IOException {
        var table = read(Map.of(
                        "VOC/Annotations/a.xml", TWO,
                        "VOC/Annotations/b.xml", "<annotation><filename>other.jpg</filename></annotation>",
                        "VOC/JPEGImages/a.jpg", "",
                        "VOC/JPEGImages/b.jpg", "",
                        "pom.xml", "<project><annotation/></project>"))
                .orElseThrow();
        assertThat(table.columns()).containsExactly("image", "boxes");
        assertThat(Texts.rows(table))
                .containsExactly(List.of("VOC/JPEGImages/a.jpg", CELL), List.of("VOC/JPEGImages/b.jpg", "[]"));
    }

    @Test
    void folders_name_the_parts_of_a_split() throws IOException {
        var table = read(Map.of("train/a.jpg", "", "train/a.xml", TWO, "test/a.jpg", "", "test/a.xml", TWO))
                .orElseThrow();
        assertThat(table.rows())
                .extracting(List::getFirst, List::getLast)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("test/a.jpg", "test"),
                        org.assertj.core.groups.Tuple.tuple("train/a.jpg", "train"));
    }

    @Test
    void lists_name_the_parts_of_a_split() throws IOException {
        var files = new TreeMap<>(Map.of(
                "VOC/Annotations/a.xml", TWO,
                "VOC/Annotations/b.xml", TWO,
                "VOC/JPEGImages/a.jpg", "",
                "VOC/JPEGImages/b.jpg", "",
                "VOC/ImageSets/Main/train.txt", "a\n",
                "VOC/ImageSets/Main/trainval.txt", "a\nb\n",
                "VOC/ImageSets/Main/val.txt", "b\n",
                "VOC/ImageSets/Segmentation/train.txt", "b\n"));
        assertThat(read(files).orElseThrow().rows()).extracting(List::getLast).containsExactly("train", "val");
        files.put("VOC/ImageSets/Main/test.txt", "b\n");
        assertThat(read(files).orElseThrow().columns()).as("b is in two").containsExactly("image", "boxes");
    }

    @Test
    void an_object_without_an_area_is_left_out() throws IOException {
        var flat = TWO.replace("<xmax>195</xmax>", "<xmax>48</xmax>");
        assertThat(read(Map.of("a.jpg", "", "a.xml", flat)).orElseThrow().rows())
                .singleElement()
                .asString()
                .contains("a & b")
                .doesNotContain("dog");
    }

    @Test
    void other_and_hostile_xml_is_none() throws IOException {
        var bomb =
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><annotation><filename>&x;</filename></annotation>";
        for (var text : List.of("<svg/>", "<annotation>", "no XML", "", bomb)) {
            assertThat(read(Map.of("a.xml", text))).as(text).isEmpty();
        }
    }

    @Test
    void an_object_without_a_box_and_a_missing_picture_are_named() {
        var turned = TWO.replace("<xmax>195</xmax>", "<xmax>40</xmax>");
        assertThatThrownBy(() -> read(Map.of("a.jpg", "", "a.xml", turned)))
                .isInstanceOfSatisfying(ImportRefused.class, refused -> {
                    var problem = refused.problems().getFirst();
                    assertThat(problem.row()).isEqualTo(5);
                    assertThat(problem.detail()).contains("The object (dog)", "Maybe");
                });
        assertThatThrownBy(() -> read(Map.of("b.xml", TWO)))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.problems().getFirst().detail())
                                .contains("no picture (a.jpg)"));
    }

    private static Optional<VocTable> read(Map<String, String> files) throws IOException {
        return VocTable.of("x.zip", new TreeMap<>(files).keySet(), new Texts(files)::source);
    }
}
