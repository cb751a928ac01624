package io.polyphony.backend.dataset.array;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * An array in a file, whose first dimension counts rows.
 *
 * @param name what it is called, with the part of the split that it is of
 * @param file its name, for problems
 * @param start how many bytes of header come first
 * @param shape of the whole array
 * @param columnwise whether the elements of a column follow each other, of an array with two dimensions
 */
record ArrayFile(String name, String file, Opener opener, int start, Element element, int[] shape, boolean columnwise) {
    private static final int LARGEST_ROW = 64 << 20;
    private static final long LARGEST = 16L << 30;
    private static final long LARGEST_COLUMNWISE = 1 << 30;

    /** Opens a file at its first byte. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    ArrayFile {
        long bytes = element.size();
        for (int size : shape) {
            if (size <= 0 || bytes > LARGEST) {
                throw refused(
                        file,
                        "The array has the shape %s.\nMaybe it was damaged; at most 16 GiB are read."
                                .formatted(Arrays.toString(shape)));
            }
            bytes *= size;
        }
        if (shape.length == 0 || bytes > LARGEST || bytes / shape[0] > LARGEST_ROW) {
            throw refused(
                    file,
                    "The array has the shape %s.\nMaybe write it in pieces; at most 16 GiB are read, and 64 MiB per row."
                            .formatted(Arrays.toString(shape)));
        }
    }

    int rows() {
        return shape[0];
    }

    /** Elements of a row. */
    int width() {
        return Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
    }

    /** Sizes of what a row is: none for single elements. */
    int[] rowShape() {
        return Arrays.copyOfRange(shape, 1, shape.length);
    }

    /** The bytes of one row after the other; a buffer is used again for the next. */
    interface Rows extends AutoCloseable {
        ByteBuffer next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * All rows from the first.
     *
     * @throws ImportRefused when it is stored column by column and too large
     */
    Rows open() throws IOException {
        long row = (long) width() * element.size();
        if (columnwise && row * rows() > LARGEST_COLUMNWISE) {
            throw refused(
                    "The array is stored column by column (Fortran's order) and larger than 1 GiB.\nMaybe save numpy.ascontiguousarray of it.");
        }
        var in = opener.open();
        in.skipNBytes(start);
        return columnwise ? columns(in) : rowwise(in, (int) row);
    }

    private Rows rowwise(InputStream in, int size) {
        var bytes = new byte[size];
        var buffer = ByteBuffer.wrap(bytes).order(element.order());
        return rows(in, () -> {
            full(in, bytes);
            return buffer;
        });
    }

    private Rows columns(InputStream in) throws IOException {
        var all = new byte[rows() * width() * element.size()];
        full(in, all);
        var bytes = new byte[width() * element.size()];
        var buffer = ByteBuffer.wrap(bytes).order(element.order());
        var row = new int[1];
        return rows(in, () -> {
            for (int column = 0; column < width(); column++) {
                int from = (column * rows() + row[0]) * element.size();
                System.arraycopy(all, from, bytes, column * element.size(), element.size());
            }
            row[0]++;
            return buffer;
        });
    }

    private void full(InputStream in, byte[] bytes) throws IOException {
        try {
            if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new EOFException();
            }
        } catch (EOFException ended) {
            throw refused("The file ends before the array does.\nMaybe it was cut off on its way.");
        } catch (ZipException damaged) {
            throw refused("The file cannot be unpacked (%s).\nMaybe it was damaged on its way."
                    .formatted(damaged.getMessage()));
        }
    }

    /** Gives the bytes of the next row. */
    @FunctionalInterface
    private interface Next {
        ByteBuffer row() throws IOException;
    }

    private static Rows rows(InputStream in, Next next) {
        return new Rows() {
            @Override
            public ByteBuffer next() throws IOException {
                return next.row();
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    /** Walks the numbers of every row; the array is used again for the next. */
    void forEach(Consumer<double[]> taker) throws IOException {
        var numbers = new double[width()];
        try (var rows = open()) {
            for (int row = 0; row < rows(); row++) {
                read(rows.next(), numbers);
                taker.accept(numbers);
            }
        }
    }

    /** Reads the numbers of a row. */
    void read(ByteBuffer row, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = element.number(row, i * element.size());
        }
    }

    ImportRefused refused(String detail) {
        return refused(file, detail);
    }

    private static ImportRefused refused(String file, String detail) {
        return new ImportRefused(FieldProblem.in(file, null, null, detail));
    }
}
