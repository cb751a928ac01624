package io.polyphony.backend.dataset.array;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.MediaArchive;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Arrays of NumPy in an archive, which is what {@code numpy.savez} writes: {@code x_train}, {@code y_train}, {@code x_test}, ...
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format</a>
 */
public final class NumpyFormat implements EmbeddedFormat {
    private static final String ENDING = ".npy";
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
    private static final Pattern COLUMNWISE = Pattern.compile("'fortran_order': *True");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

    @Override
    public boolean fits(List<FileSource> files) {
        return files.stream().anyMatch(NumpyFormat::isNamed)
                && files.stream().allMatch(file -> isNamed(file) || ArrayTables.isNote(file));
    }

    private static boolean isNamed(FileSource file) {
        return file.name().endsWith(ENDING);
    }

    @Override
    public void write(List<FileSource> files, MediaArchive to) throws IOException {
        var arrays = new ArrayList<ArrayFile>();
        for (var file : files) {
            if (isNamed(file)) {
                arrays.add(read(file));
            }
        }
        ArrayTables.write(arrays, to);
    }

    private static ArrayFile read(FileSource file) throws IOException {
        try (var in = file.open()) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw refused(file, "The file does not begin as arrays of NumPy do.\nMaybe it was damaged on its way.");
            }
            int version = in.read();
            in.skipNBytes(1);
            int wide = version == 1 ? Short.BYTES : Integer.BYTES;
            int length = number(in, wide);
            if (length < 0 || length > LONGEST_HEADER) {
                throw refused(file, "The file's header has a length of %d bytes.".formatted(length));
            }
            var header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return array(file, MAGIC.length + 2 + wide + length, header);
        } catch (EOFException ended) {
            throw refused(file, "The file ends within its header.\nMaybe it was cut off on its way.");
        }
    }

    private static int number(InputStream in, int bytes) throws IOException {
        var read = Arrays.copyOf(in.readNBytes(bytes), Integer.BYTES);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private static ArrayFile array(FileSource file, int start, String header) {
        var type = TYPE.matcher(header);
        var element = type.find() ? Element.ofNumpy(type.group(1)) : Optional.<Element>empty();
        if (element.isEmpty()) {
            throw refused(
                    file,
                    "The array's elements are of a kind that is not read (%s).\nMaybe save numbers or texts instead of Python's objects, dates or records."
                            .formatted(header.strip()));
        }
        var sizes = SHAPE.matcher(header);
        if (!sizes.find() || sizes.group(1).isBlank()) {
            throw refused(file, "The array has no rows: it is one single value.\nMaybe leave it out.");
        }
        int[] shape = shape(file, sizes.group(1));
        boolean columnwise = COLUMNWISE.matcher(header).find() && shape.length > 1;
        if (columnwise && shape.length > 2) {
            throw refused(
                    file,
                    "The array is stored column by column (Fortran's order).\nMaybe save numpy.ascontiguousarray of it.");
        }
        var name = file.name().substring(0, file.name().length() - ENDING.length());
        return new ArrayFile(name, file.name(), file::open, start, element.get(), shape, columnwise);
    }

    private static int[] shape(FileSource file, String sizes) {
        try {
            return Arrays.stream(sizes.split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException tooLarge) {
            throw refused(file, "The array has the shape (%s).\nMaybe write it in pieces.".formatted(sizes));
        }
    }

    private static ImportRefused refused(FileSource file, String detail) {
        return new ImportRefused(FieldProblem.in(file.name(), null, null, detail));
    }
}
