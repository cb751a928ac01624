package io.polyphony.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Mask images to classes of pixels and back.
 *
 * @param classes names by index: the grey level, the index in the palette, or the colour as #rrggbb; the darkest first, which
 *     of two is the background
 * @param levels the code of each class as it is stored in the files
 * @param coloured whether codes are colours
 * @param picture the column of the pictures that the masks belong to
 * @param size pixels per side of the square that the network sees
 */
public record MaskCodec(TaskSpec task, List<String> classes, int[] levels, boolean coloured, String picture, int size)
        implements TaskCodec {
    /** More levels than this are a photograph, or a mask with soft edges. */
    static final int MOST_CLASSES = 32;

    public MaskCodec {
        classes = List.copyOf(classes);
    }

    /**
     * Finds the classes among a thousand of the train masks.
     *
     * @param inputs one of which must be pictures; masks belong to the first
     * @throws IllegalArgumentException if masks have fewer than two levels or too many, or another shape than their pictures
     */
    static MaskCodec fit(
            TaskSpec task, Table table, int[] trainRows, List<InputSpec> inputs, Map<String, FeaturizerSpec> features) {
        var canvas = Canvas.of(task, inputs, features);
        return fit(task, table, trainRows, canvas.picture(), canvas.size());
    }

    private static MaskCodec fit(TaskSpec task, Table table, int[] trainRows, String picture, int size) {
        var reader = new MaskReader(table, task.name(), picture, size, new MaskReader.Palette(Map.of(), false));
        var greys = new TreeSet<Integer>();
        var colours = new TreeSet<Integer>();
        for (var row : MediaColumn.sample(trainRows)) {
            var codes = reader.codes(row);
            if (codes != null) {
                collect(codes, codes.coloured() ? colours : greys);
                requireFew(task, reader.name(row), greys.size() + colours.size());
            }
        }
        var coloured = !colours.isEmpty();
        // In a set of coloured masks, a grey one is one that happens to hold no colour.
        greys.forEach(grey -> colours.add(coloured ? grey * 0x010101 : grey));
        if (colours.size() < 2) {
            throw new IllegalArgumentException(
                    "The masks of the target (%s) have %d levels (%s) among the train rows, but a segmentation needs at least two.%nMaybe the background is missing, or another column holds the masks."
                            .formatted(task.name(), colours.size(), colours));
        }
        return new MaskCodec(
                task,
                colours.stream().map(level -> name(level, coloured)).toList(),
                colours.stream().mapToInt(Integer::intValue).toArray(),
                coloured,
                picture,
                size);
    }

    private static void collect(MaskDecoder.Codes codes, TreeSet<Integer> levels) {
        var last = -1;
        for (var code : codes.codes()) {
            if (code != last && levels.size() <= MOST_CLASSES) {
                levels.add(code);
                last = code;
            }
        }
    }

    private static void requireFew(TaskSpec task, String file, int levels) {
        if (levels > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "The masks of the target (%s) have more than %d different levels up to the file (%s).%nMaybe they are photographs, or were saved with soft edges or as JPEG: save them as PNG, one level per class."
                            .formatted(task.name(), MOST_CLASSES, file));
        }
    }

    private static String name(int level, boolean coloured) {
        return coloured ? "#%06x".formatted(level) : Integer.toString(level);
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var index = new HashMap<Integer, Byte>();
        for (var level : levels) {
            index.put(level, (byte) index.size());
        }
        var reader = new MaskReader(table, task.name(), picture, size, new MaskReader.Palette(index, coloured));
        var cells = new byte[rows.length] @Nullable [];
        var known = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            cells[i] = reader.fitted(rows[i]);
            known[i] = cells[i] == null ? 0 : 1;
        }
        var masks = new Masks(size, classes.size(), cells, reader, rows.clone());
        return TaskLabels.onPictures(task, classes, known, masks);
    }

    @Override
    public double decode(double value) {
        return value;
    }
}
