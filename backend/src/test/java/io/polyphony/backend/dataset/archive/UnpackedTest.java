package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnpackedTest {
    private static final String CSV = "a,b\n1,2\n".repeat(50);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"gz, gz", "bzip2, bz2", "xz, xz", "zstd, zst"})
    void a_packed_file_is_what_it_holds(String kind, String ending) throws Exception {
        try (var upload = open(packed(kind, bytes(CSV)), "a.csv." + ending)) {
            assertThat(upload.name()).isEqualTo("a.csv");
            assertThat(upload.file()).hasContent(CSV);
        }
        assertThat(folder.resolve("scratch")).as("deleted when closed").doesNotExist();
    }

    @Test
    void what_is_not_packed_stays_where_it_is() throws IOException {
        try (var upload = open(bytes(CSV), "a.csv")) {
            assertThat(upload.file()).isEqualTo(folder.resolve("upload"));
        }
        assertThat(folder.resolve("upload")).exists();
    }

    @ParameterizedTest
    @CsvSource({"gz, a.tgz", "bzip2, a.tar.bz2", "xz, a.tar.xz", "none, a.tar"})
    void a_tape_archive_becomes_a_zip(String kind, String name) throws Exception {
        var tar = new Tar().folder("./cats/").add("./cats/1.txt", "purrs").add("rows.csv", CSV);
        try (var upload = open(kind.equals("none") ? tar.bytes() : packed(kind, tar.bytes()), name);
                var archive = UploadArchive.open(upload.file(), upload.name(), ArchiveLimits.DEFAULT)) {
            assertThat(upload.name()).isEqualTo("a");
            assertThat(archive.paths()).containsExactly("cats/1.txt", "rows.csv");
            assertThat(archive.bytes("cats/1.txt")).asString().isEqualTo("purrs");
        }
    }

    @Test
    void tables_packed_once_more_come_out() throws Exception {
        var zip = new Zips().add("train.csv.gz", packed("gz", bytes(CSV))).add("1.png", new byte[] {1, 2});
        Files.write(folder.resolve("upload"), zip.bytes());
        try (var archive = UploadArchive.open(folder.resolve("upload"), "a.zip", ArchiveLimits.DEFAULT)) {
            assertThat(archive.holdsPackedTables()).isTrue();
            try (var plain = Unpacked.of(archive, ArchiveLimits.DEFAULT, () -> folder.resolve("scratch"), _ -> {});
                    var again = UploadArchive.open(plain.file(), plain.name(), ArchiveLimits.DEFAULT)) {
                assertThat(again.paths()).containsExactly("train.csv", "1.png");
                assertThat(again.bytes("train.csv")).asString().isEqualTo(CSV);
            }
        }
    }

    /** It would be taken out again and again. */
    @Test
    void what_only_says_that_it_is_packed_is_refused() throws Exception {
        assertThatThrownBy(() -> open(new Tar().add("rows.csv.gz", CSV).bytes(), "a.tar"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Maybe call it (rows.csv)");
        assertThat(folder.resolve("scratch")).doesNotExist();
    }

    @Test
    void packed_tables_of_a_tape_archive_come_out_and_what_follows_is_whole() throws Exception {
        var tar = new Tar()
                .add("a.csv.gz", packed("gz", bytes(CSV)))
                .add("b.csv.zst", packed("zstd", bytes(CSV)))
                .add("c.csv", CSV);
        try (var upload = open(tar.bytes(), "a.tar");
                var archive = UploadArchive.open(upload.file(), upload.name(), ArchiveLimits.DEFAULT)) {
            assertThat(archive.paths()).containsExactly("a.csv", "b.csv", "c.csv");
            for (var path : archive.paths()) {
                assertThat(archive.bytes(path)).asString().isEqualTo(CSV);
            }
        }
    }

    @Test
    void a_damaged_upload_is_refused_and_leaves_nothing() throws Exception {
        var whole = packed("gz", new Tar().add("rows.csv", random(100_000)).bytes());
        assertThatThrownBy(() -> open(Arrays.copyOf(whole, whole.length / 2), "a.tgz"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Maybe the upload was cut off");
        var packed = packed("xz", bytes(random(100_000)));
        assertThatThrownBy(() -> open(Arrays.copyOf(packed, packed.length / 2), "a.csv.xz"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Maybe the upload was cut off");
        assertThat(folder.resolve("scratch")).doesNotExist();
    }

    @Test
    void bombs_links_and_endless_lists_are_refused() throws Exception {
        var limits = new ArchiveLimits(3, 1 << 20, 10, 1 << 10, 1 << 20);
        assertThatThrownBy(() -> open(packed("gz", new byte[200_000]), "a.csv.gz", limits))
                .hasMessageContaining("more than 10 times its size");
        assertThatThrownBy(() -> open(packed("gz", bytes(random(2_000_000))), "a.csv.gz", limits))
                .hasMessageContaining("more than 1 MiB");
        assertThatThrownBy(() -> open(new Tar().link("rows.csv", "/etc/passwd").bytes(), "a.tar", limits))
                .hasMessageContaining("is a link");
        var many = new Tar().add("1", "").add("2", "").add("3", "").add("4", "");
        assertThatThrownBy(() -> open(many.bytes(), "a.tar", limits)).hasMessageContaining("more than 3 files");
        assertThat(folder.resolve("scratch")).doesNotExist();
    }

    private Unpacked open(byte[] upload, String name) throws IOException {
        return open(upload, name, ArchiveLimits.DEFAULT);
    }

    private Unpacked open(byte[] upload, String name, ArchiveLimits limits) throws IOException {
        var file = Files.write(folder.resolve("upload"), upload);
        return Unpacked.of(file, name, limits, () -> folder.resolve("scratch"), _ -> {});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String random(int length) {
        return new Random(1)
                .ints(length, ' ', '~')
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
    }

    private static byte[] packed(String kind, byte[] content) throws IOException, CompressorException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new CompressorStreamFactory().createCompressorOutputStream(kind, bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** Packs tape archives. */
    private static final class Tar {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

        Tar add(String name, String content) throws IOException {
            return add(name, UnpackedTest.bytes(content));
        }

        Tar add(String name, byte[] content) throws IOException {
            var entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            return put(entry, content);
        }

        Tar folder(String name) throws IOException {
            return put(new TarArchiveEntry(name), new byte[0]);
        }

        Tar link(String name, String to) throws IOException {
            var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(to);
            return put(entry, new byte[0]);
        }

        private Tar put(TarArchiveEntry entry, byte[] content) throws IOException {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        }

        byte[] bytes() throws IOException {
            tar.close();
            return bytes.toByteArray();
        }
    }
}
