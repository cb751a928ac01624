package io.polyphony.backend.dataset.array;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.array.Element.Kind;
import io.polyphony.backend.dataset.table.EmbeddedFormat;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.MediaArchive;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Files as MNIST comes in, packed by gzip or not: {@code train-images-idx3-ubyte.gz}, {@code t10k-labels-idx1-ubyte}, ...
 *
 * @see <a href="https://github.com/cvdfoundation/mnist">MNIST, which describes the format</a>
 */
public final class IdxFormat implements EmbeddedFormat {
    private static final Pattern NAME = Pattern.compile("(?i)[-_.]idx[1-4]([-_.]\\w+)?(\\.gz)?$");
    /** What MNIST calls its ten thousand test pictures. */
    private static final String TEN_THOUSAND = "t10k";

    @Override
    public boolean fits(List<FileSource> files) {
        return files.stream().anyMatch(IdxFormat::isNamed)
                && files.stream().allMatch(file -> isNamed(file) || ArrayTables.isNote(file));
    }

    private static boolean isNamed(FileSource file) {
        return NAME.matcher(file.name()).find();
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
        try (var in = new DataInputStream(unpacked(file))) {
            int magic = in.readInt();
            int[] shape = new int[magic & 0xFF];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = in.readInt();
            }
            var name = NAME.matcher(file.name()).replaceFirst("").replace(TEN_THOUSAND, "test");
            int start = Integer.BYTES * (1 + shape.length);
            return new ArrayFile(name, file.name(), () -> unpacked(file), start, element(file, magic), shape, false);
        } catch (EOFException ended) {
            throw refused(file, "The file ends within its header.\nMaybe it was cut off on its way.");
        }
    }

    private static InputStream unpacked(FileSource file) throws IOException {
        var in = file.open();
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private static Element element(FileSource file, int magic) {
        return switch (magic >>> 8) {
            case 0x08 -> new Element(Kind.UNSIGNED, 1, ByteOrder.BIG_ENDIAN);
            case 0x09 -> new Element(Kind.SIGNED, 1, ByteOrder.BIG_ENDIAN);
            case 0x0B -> new Element(Kind.SIGNED, 2, ByteOrder.BIG_ENDIAN);
            case 0x0C -> new Element(Kind.SIGNED, 4, ByteOrder.BIG_ENDIAN);
            case 0x0D -> new Element(Kind.REAL, 4, ByteOrder.BIG_ENDIAN);
            case 0x0E -> new Element(Kind.REAL, 8, ByteOrder.BIG_ENDIAN);
            default ->
                throw refused(file, "The file does not begin as IDX files do.\nMaybe it was damaged on its way.");
        };
    }

    private static ImportRefused refused(FileSource file, String detail) {
        return new ImportRefused(FieldProblem.in(file.name(), null, null, detail));
    }
}
