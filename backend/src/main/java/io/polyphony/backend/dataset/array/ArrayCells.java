package io.polyphony.backend.dataset.array;

import com.fasterxml.jackson.core.JsonGenerator;
import io.polyphony.backend.dataset.table.MediaArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** How the rows of an array become cells. */
@FunctionalInterface
interface ArrayCells {
    /** So many numbers are columns; more are a series. */
    int MOST_COLUMNS = 64;

    /**
     * Writes the cells of a row.
     *
     * @param array that it is a row of
     * @param path where files of this row go, without ending
     */
    void write(JsonGenerator out, ArrayFile array, ByteBuffer row, String path) throws IOException;

    /**
     * Looks at an array.
     *
     * @param name the column's
     * @param parts the same array for each part of the split
     * @throws io.polyphony.backend.dataset.ImportRefused for shapes that are nothing that is known
     */
    static ArrayCells of(String name, List<ArrayFile> parts, MediaArchive to) throws IOException {
        var array = parts.getFirst();
        int[] shape = array.rowShape();
        if (array.element().isText()) {
            return texts(name, array);
        }
        if (array.width() == 1) {
            return columns(List.of(name));
        }
        var facts = ArrayFacts.of(parts);
        if (shape.length == 1) {
            return facts.single() ? single(name, array.width()) : numbers(name, array.width());
        }
        var raster = Raster.of(shape, facts);
        if (raster.isPresent()) {
            return pictures(name, raster.get(), to);
        }
        if (shape.length > 2) {
            throw array.refused(
                    "The array has rows of %s numbers from %s to %s, which are neither pictures nor series.\nMaybe scale them to 0..255 and give them 1, 3 or 4 channels, or two dimensions: steps and channels."
                            .formatted(sizes(shape), facts.least(), facts.most()));
        }
        return series(name, shape[0], shape[1]);
    }

    private static String sizes(int[] shape) {
        var all = new StringJoiner(" x ");
        IntStream.of(shape).forEach(size -> all.add(String.valueOf(size)));
        return all.toString();
    }

    private static ArrayCells texts(String name, ArrayFile like) {
        if (like.width() > 1) {
            throw like.refused(
                    "The array has %d texts in a row.\nMaybe save an array for each.".formatted(like.width()));
        }
        return (out, array, row, _) ->
                out.writeStringField(name, array.element().text(row, 0));
    }

    private static ArrayCells numbers(String name, int width) {
        return width > MOST_COLUMNS
                ? series(name, width, 1)
                : columns(
                        IntStream.range(0, width).mapToObj(i -> name + "_" + i).toList());
    }

    private static ArrayCells columns(List<String> names) {
        return (out, array, row, _) -> {
            for (int i = 0; i < names.size(); i++) {
                int at = i * array.element().size();
                out.writeFieldName(names.get(i));
                if (Double.isFinite(array.element().number(row, at))) {
                    out.writeRawValue(array.element().written(row, at));
                } else {
                    out.writeNull();
                }
            }
        };
    }

    /** The place of the one is a class. */
    private static ArrayCells single(String name, int width) {
        var numbers = new double[width];
        return (out, array, row, _) -> {
            array.read(row, numbers);
            int place = IntStream.range(0, numbers.length)
                    .filter(i -> numbers[i] == 1)
                    .findFirst()
                    .orElse(0);
            out.writeNumberField(name, place);
        };
    }

    private static ArrayCells pictures(String name, Raster raster, MediaArchive to) {
        var numbers = new double[raster.size()];
        return (out, array, row, path) -> {
            array.read(row, numbers);
            var file = path + ".png";
            to.file(file, raster.png(numbers));
            out.writeStringField(name, file);
        };
    }

    /** Of steps and channels there are more steps. */
    private static ArrayCells series(String name, int first, int second) {
        boolean stepsFirst = first >= second;
        int steps = Math.max(first, second);
        int channels = Math.min(first, second);
        return (out, array, row, _) -> {
            var cell = new StringJoiner(" | ");
            for (int channel = 0; channel < channels; channel++) {
                var values = new StringJoiner(" ");
                for (int step = 0; step < steps; step++) {
                    int at = stepsFirst ? step * channels + channel : channel * steps + step;
                    values.add(array.element().written(row, at * array.element().size()));
                }
                cell.add(values.toString());
            }
            out.writeStringField(name, cell.toString());
        };
    }
}
