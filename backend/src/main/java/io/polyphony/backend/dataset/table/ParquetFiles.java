package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.media.MediaKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Parquet files with columns of bytes, or of objects with {@code bytes} and {@code path}, as Hugging Face's {@code datasets} writes pictures and sounds. */
public final class ParquetFiles implements EmbeddedFormat {

    @Override
    public boolean fits(List<FileSource> files) throws IOException {
        var tables = tables(files);
        for (var table : tables) {
            try (var rows = ParquetCursor.open(table, ParquetCursor.PATIENCE)) {
                if (ParquetRow.holdsFiles(rows)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All tables; none where files beside them are what they may speak of, or another kind of table is read first. */
    private static List<FileSource> tables(List<FileSource> files) throws IOException {
        boolean alone = files.size() == 1 && ParquetLines.FORMAT.starts(files.getFirst());
        var tables = files.stream()
                .filter(file -> ParquetLines.FORMAT.names(file.name()))
                .toList();
        boolean others = files.stream()
                .anyMatch(file -> MediaKind.byName(file.name()).isPresent()
                        || TableFormats.isBefore(file.name(), ParquetLines.FORMAT));
        return alone ? files : others ? List.of() : tables;
    }

    @Override
    public void write(List<FileSource> files, MediaArchive to) throws IOException {
        for (var table : tables(files)) {
            write(table, to);
        }
    }

    private static void write(FileSource table, MediaArchive to) throws IOException {
        var name = table.name().replaceFirst("\\.[^./]*$", "");
        try (var rows = ParquetCursor.open(table, ParquetCursor.PATIENCE)) {
            var row = ParquetRow.of(
                    table.name(), rows, (number, column, content) -> put(table, name, number, column, content, to));
            to.table(name, lines -> {
                while (rows.next()) {
                    lines.write(rows.json(row));
                }
            });
        }
    }

    private static String put(FileSource table, String name, long row, String column, byte[] content, MediaArchive to)
            throws IOException {
        var text = text(content);
        if (text.isPresent()) {
            return text.get();
        }
        var ending = MediaKind.ending(content)
                .orElseThrow(() -> new ImportRefused(FieldProblem.in(
                        table.name(),
                        row,
                        column,
                        "The cell holds %d bytes that are neither text nor a picture or sound that is read.\nMaybe write them as PNG or WAV, or as columns of numbers."
                                .formatted(content.length))));
        var path = "%s/%s/%d.%s".formatted(name, column.replaceAll("[^\\w-]+", "_"), row - 1, ending);
        to.file(path, content);
        return path;
    }

    /** Bytes that are text after all, as older programs leave it. */
    private static Optional<String> text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            boolean plain = text.chars().noneMatch(letter -> letter < ' ' && "\t\n\r".indexOf(letter) < 0);
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
