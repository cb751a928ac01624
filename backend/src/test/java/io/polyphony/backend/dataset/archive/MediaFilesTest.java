package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00012",
                "12",
                "012",
                "images/00012",
                "images\\00012.jpg",
                "/images/00012.jpg",
                "./images/00012.jpg",
                ".\\images\\00012.jpg",
                "Images/00012.JPG",
                "00012.Jpg",
                "C:\\Users\\bob\\images\\00012.jpg",
                "/home/bob/project/images/00012.jpg",
                "data/images/00012.jpg"
            })
    void a_name_written_otherwise_means_the_one_file_that_fits(String cell) throws IOException {
        var zip = new Zips().add("t.csv", "a").add("images/00012.jpg", "x").add("images/00012.txt", "x");
        try (var archive = open(zip)) {
            assertThat(new MediaFiles(archive, "t.csv").guess(cell)).contains("images/00012.jpg");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "3",
                "A",
                "../images/00012.jpg",
                "..\\images\\00012.jpg",
                "https://example.com/images/00012.jpg",
                "test/1.png",
                "/data/2.png",
                "notes"
            })
    void what_leads_elsewhere_or_fits_several_files_means_none(String cell) throws IOException {
        var zip = new Zips().add("images/00012.jpg", "x").add("notes.txt", "x").add("2.png", "x");
        zip.add("left/1.png", "x")
                .add("right/1.png", "x")
                .add("left/03.png", "x")
                .add("right/003.png", "x")
                .add("x/A.png", "x")
                .add("x/a.png", "y");
        try (var archive = open(zip)) {
            assertThat(new MediaFiles(archive, "").guess(cell)).isEmpty();
        }
    }

    @Test
    void of_several_files_the_one_beside_the_table_is_meant() throws IOException {
        var zip = new Zips().add("one/t.csv", "a").add("one/1.png", "x").add("two/1.png", "x");
        try (var archive = open(zip)) {
            assertThat(new MediaFiles(archive, "one/t.csv").guess("1")).contains("one/1.png");
        }
    }

    private UploadArchive open(Zips zip) throws IOException {
        return UploadArchive.open(zip.at(folder.resolve("a.zip")), "a.zip", ArchiveLimits.DEFAULT);
    }
}
