package io.polyphony.backend.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.media.Samples;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives without a table, as they are. */
class ArchiveTablesTest {
    @TempDir
    Path folder;

    @Test
    void shares_of_a_picture_become_its_pixels() throws IOException {
        var zip = new Zips()
                .add("images/a.png", Samples.image("png", 80, 40, Color.RED))
                .add("labels/a.txt", "0 0.5 0.25 0.5 0.5\n")
                .add("data.yaml", "path: .\nnames: [cat]\n");
        assertThat(rows(zip))
                .containsExactly(
                        List.of("images/a.png", "[{\"label\":\"cat\",\"x\":20.0,\"y\":0.0,\"w\":40.0,\"h\":20.0}]"));
    }

    @Test
    void corners_become_sides() throws IOException {
        var zip =
                new Zips().add("a.png", Samples.image("png", 80, 40, Color.RED)).add("a.xml", """
                        <annotation><filename>a.png</filename><object><name>cat</name>
                        <bndbox><xmin>1</xmin><ymin>2</ymin><xmax>11</xmax><ymax>22</ymax></bndbox></object></annotation>""");
        assertThat(rows(zip))
                .containsExactly(List.of("a.png", "[{\"label\":\"cat\",\"x\":1.0,\"y\":2.0,\"w\":10.0,\"h\":20.0}]"));
    }

    private List<List<String>> rows(Zips zip) throws IOException {
        var rows = new ArrayList<List<String>>();
        var file = Files.write(folder.resolve("x.zip"), zip.bytes());
        try (var archive = UploadArchive.open(file, "x.zip", ArchiveLimits.DEFAULT)) {
            ArchiveTables.of("x.zip", archive)
                    .forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        }
        return rows;
    }
}
