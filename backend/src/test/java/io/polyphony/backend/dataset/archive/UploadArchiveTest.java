package io.polyphony.backend.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadArchiveTest {
    private static final ArchiveLimits SMALL = new ArchiveLimits(5, 1 << 20, 100, 1 << 10, 1 << 10);

    @TempDir
    Path folder;

    @Test
    void lists_files_without_clutter() throws IOException {
        var zip = new Zips()
                .add("data.csv", "a\n1\n")
                .add("images/", new byte[0])
                .add("images/1.png", "x")
                .add("__MACOSX/images/._1.png", "x")
                .add(".DS_Store", "x");
        try (var archive = UploadArchive.open(zip.at(folder.resolve("a.zip")), "a.zip", SMALL)) {
            assertThat(archive.paths()).containsExactly("data.csv", "images/1.png");
            assertThat(archive.bytes("images/1.png")).containsExactly('x');
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.csv",
                "a/../../evil.csv",
                "/etc/passwd",
                "C:/evil.csv",
                "..\\evil.csv",
                "a\\..\\evil.csv",
                "%2e%2e/evil.csv",
                "..%2fevil.csv",
                "%252e%252e%252fevil.csv",
                "..;/evil.csv",
                "a/nul.csv",
                "con",
                "a\u0001b.csv"
            })
    void refuses_names_that_lead_astray(String name) {
        assertThat(EntryName.fault(name)).as(name).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv",
                "images/1..2.png",
                "50% off.png",
                "über/ñ.wav",
                "a b/c-d_e.JPG",
                "..hidden",
                "console.csv"
            })
    void accepts_plain_names(String name) {
        assertThat(EntryName.fault(name)).isEmpty();
    }

    @Test
    void refuses_a_slip_by_name() throws IOException {
        refused(new Zips().add("data.csv", "a\n1\n").add("../../evil.csv", "x"), "leads out of the archive");
    }

    @Test
    void refuses_a_bomb_by_ratio() throws IOException {
        refused(new Zips().add("data.csv", new byte[900_000]), "ZIP bomb");
    }

    @Test
    void refuses_a_bomb_by_size() throws IOException {
        refused(new Zips().add("a.csv", new byte[600_000]).add("b.csv", new byte[600_000]), "ZIP bomb");
    }

    @Test
    void a_lie_about_the_size_does_not_help_a_bomb() throws IOException {
        var bytes = new Zips().add("data.csv", new byte[900_000]).bytes();
        // Both headers of the entry claim one byte unpacked.
        overwrite(bytes, 900_000, 1);
        var file = Files.write(folder.resolve("lie.zip"), bytes);
        try (var archive = UploadArchive.open(file, "lie.zip", SMALL)) {
            assertThatThrownBy(() -> {
                        try (var in = archive.source("data.csv").open()) {
                            in.readAllBytes();
                        }
                    })
                    .isInstanceOfAny(ImportRefused.class, IOException.class);
        }
    }

    @Test
    void refuses_archives_within_the_archive() throws IOException {
        refused(new Zips().add("inner.zip", new Zips().add("a.csv", "a").bytes()), "archive inside the archive");
    }

    @Test
    void refuses_too_many_entries() throws IOException {
        var zip = new Zips();
        for (var i = 0; i < 6; i++) {
            zip.add(i + ".csv", "a");
        }
        refused(zip, "6 entries");
    }

    @Test
    void refuses_two_files_of_one_name() throws IOException {
        refused(new Zips().add("a.csv", "x").add("a.csv", "y"), "two files of this name");
    }

    @Test
    void refuses_links() throws IOException {
        var link = new ZipArchiveEntry("images/1.png");
        link.setUnixMode(0120777);
        refused(new Zips().add(link, "/etc/passwd".getBytes(StandardCharsets.UTF_8)), "link");
    }

    @Test
    void refuses_encrypted_files() throws IOException {
        var bytes = new Zips().add("a.csv", "a\n1\n").bytes();
        // Bit 0 of the general purpose flags, in the local header (offset 6) and in the central one (offset 8).
        bytes[6] |= 1;
        bytes[central(bytes) + 8] |= 1;
        var file = Files.write(folder.resolve("secret.zip"), bytes);
        assertThatThrownBy(() -> UploadArchive.open(file, "secret.zip", SMALL)).hasMessageContaining("encrypted");
    }

    @Test
    void refuses_an_archive_that_is_cut_off() throws IOException {
        var bytes = new Zips().add("a.csv", "a\n1\n").bytes();
        var file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> UploadArchive.open(file, "cut.zip", SMALL))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("cut off");
    }

    private void refused(Zips zip, String why) throws IOException {
        var file = zip.at(folder.resolve("hostile.zip"));
        assertThatThrownBy(() -> UploadArchive.open(file, "hostile.zip", SMALL))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(why);
    }

    private static int central(byte[] bytes) {
        for (var i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                return i;
            }
        }
        throw new AssertionError("no central directory");
    }

    private static void overwrite(byte[] bytes, int from, int to) {
        var old = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(from)
                .array();
        var replaced = 0;
        for (var i = 0; i + 4 <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + 4, old, 0, 4)) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(i, to);
                replaced++;
            }
        }
        assertThat(replaced).as("sizes found in the headers").isPositive();
    }
}
