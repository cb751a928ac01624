package io.polyphony.backend.dataset.array;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.MediaArchive;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What becomes of arrays: an archive, to be looked into. */
public record Written(Path folder) {

    /** Files of an upload. */
    public static final class Arrays {
        private final Zips zip = new Zips();

        public Arrays add(String name, byte[] content) {
            zip.add(name, content);
            return this;
        }
    }

    public static byte[] resource(String name) throws IOException {
        try (var in = Written.class.getResourceAsStream("/tables/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    public void write(EmbeddedFormat format, Arrays arrays) throws IOException {
        write(format, arrays.zip.bytes());
    }

    public void write(EmbeddedFormat format, byte[] upload) throws IOException {
        var file = Files.write(folder.resolve("upload.zip"), upload);
        try (var archive = UploadArchive.open(file, "upload.zip", ArchiveLimits.DEFAULT);
                var to = new MediaArchive(zip(), folder.resolve("rows"), _ -> {})) {
            var files = archive.paths().stream().map(archive::source).toList();
            if (!format.fits(files)) {
                throw new AssertionError("The files are of another kind: " + archive.paths());
            }
            format.write(files, to);
        }
    }

    private Path zip() {
        return folder.resolve("written.zip");
    }

    private UploadArchive open() throws IOException {
        return UploadArchive.open(zip(), "written.zip", ArchiveLimits.DEFAULT);
    }

    public List<String> paths() throws IOException {
        try (var archive = open()) {
            return List.copyOf(archive.paths());
        }
    }

    public List<JsonNode> rows(String table) throws IOException {
        var rows = new ArrayList<JsonNode>();
        try (var archive = open()) {
            for (var line : new String(archive.bytes(table), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                rows.add(new ObjectMapper().readTree(line));
            }
        }
        return rows;
    }

    public BufferedImage picture(String path) throws IOException {
        try (var archive = open()) {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(archive.bytes(path))), path);
        }
    }
}
