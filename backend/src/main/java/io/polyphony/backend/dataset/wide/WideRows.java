package io.polyphony.backend.dataset.wide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.array.Raster;
import io.polyphony.backend.dataset.table.MediaArchive;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table with a column for each pixel, as they are written with a picture each.
 *
 * @param pixels where in the table they are
 * @param others the columns that stay
 */
record WideRows(RowSource table, Raster raster, int[] pixels, int[] others) {
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws ImportRefused where the table lacks a pixel that another part of it has */
    static WideRows of(RowSource table, List<String> pixels, Raster raster, String other) {
        var columns = table.columns();
        for (var pixel : pixels) {
            if (!columns.contains(pixel)) {
                throw new ImportRefused(FieldProblem.in(
                        table.name(),
                        null,
                        pixel,
                        "The table lacks the column (%s), which is a pixel of the pictures of %s.\nMaybe it is no part of it: leave it out."
                                .formatted(pixel, other)));
            }
        }
        int[] places = pixels.stream().mapToInt(columns::indexOf).toArray();
        int[] stay = IntStream.range(0, columns.size())
                .filter(i -> !pixels.contains(columns.get(i)))
                .toArray();
        return new WideRows(table, raster, places, stay);
    }

    /** Of the table, without the ending of its file. */
    String name() {
        return table.name().replaceFirst("\\.[^./]*$", "");
    }

    /** The column that the pixels become. */
    String image() {
        return Arrays.stream(others).anyMatch(i -> table.columns().get(i).equals("image")) ? "pixels" : "image";
    }

    /**
     * Writes a line of JSON for each row, and its picture to the archive.
     *
     * @throws ImportRefused where cells are no pixels
     */
    void write(OutputStream lines, MediaArchive to) throws IOException {
        var problems = new Problems();
        try (var out = JSON.createGenerator(lines).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            table.forEach((row, cells) -> line(row, cells, out, to, problems), problems);
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
        problems.refuseIfAny();
    }

    private void line(long row, @Nullable String[] cells, JsonGenerator out, MediaArchive to, Problems problems) {
        try {
            var path = "%s/%d.png".formatted(name(), row);
            to.file(path, raster.png(numbers(row, cells, problems)));
            out.writeStartObject();
            out.writeStringField(image(), path);
            for (int i : others) {
                out.writeStringField(table.columns().get(i), cells[i]);
            }
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double[] numbers(long row, @Nullable String[] cells, Problems problems) {
        var numbers = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            var cell = cells[pixels[i]];
            boolean missing = cell == null || Numbers.isMissingNumber(cell);
            numbers[i] = missing ? raster.low() : Numbers.parse(cell);
            if (!(numbers[i] >= raster.low() && numbers[i] <= raster.high())) {
                problems.add(FieldProblem.in(
                        table.name(),
                        row,
                        table.columns().get(pixels[i]),
                        "The cell (%s) is no pixel: those of other rows are numbers from %.0f to %.0f.\nMaybe the row is shifted."
                                .formatted(cell, raster.low(), raster.high())));
                numbers[i] = raster.low();
            }
        }
        return numbers;
    }
}
