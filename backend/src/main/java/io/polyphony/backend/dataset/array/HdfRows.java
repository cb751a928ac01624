package io.polyphony.backend.dataset.array;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.polyphony.backend.dataset.array.Element.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/**
 * The elements of an array in HDF5 as bytes, some rows at a time.
 *
 * @param element as they come: whole numbers without a sign are read into larger ones
 */
record HdfRows(Dataset data, Element element) {
    private static final int BUFFER = 8 << 20;
    private static final int LARGEST = 128 << 20;

    static HdfRows of(Dataset data) {
        var type = data.getJavaType();
        if (type == String.class) {
            var texts = new ArrayList<byte[]>();
            texts(data.getData(), texts);
            int longest = texts.stream().mapToInt(text -> text.length).max().orElse(1);
            return new HdfRows(data, new Element(Kind.LATIN, Math.max(1, longest), ByteOrder.LITTLE_ENDIAN));
        }
        boolean real = type == float.class || type == double.class;
        return new HdfRows(data, new Element(real ? Kind.REAL : Kind.SIGNED, size(type), ByteOrder.LITTLE_ENDIAN));
    }

    private static int size(Class<?> type) {
        if (type == byte.class || type == boolean.class) {
            return Byte.BYTES;
        }
        if (type == short.class) {
            return Short.BYTES;
        }
        return type == long.class || type == double.class ? Long.BYTES : Integer.BYTES;
    }

    private static void texts(Object array, List<byte[]> to) {
        switch (array) {
            case Object[] many -> List.of(many).forEach(one -> texts(one, to));
            case Object one -> to.add(one.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As an array like any other. */
    ArrayFile file(String name, String file) {
        return new ArrayFile(name, file, this::bytes, 0, element, data.getDimensions(), false);
    }

    private InputStream bytes() {
        return new SequenceInputStream(new Enumeration<>() {
            private int row;

            @Override
            public boolean hasMoreElements() {
                return row < data.getDimensions()[0];
            }

            @Override
            public InputStream nextElement() {
                int rows = Math.min(rowsAtOnce(), data.getDimensions()[0] - row);
                var bytes = bytes(row, rows);
                row += rows;
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    /** Whole chunks, since one is unpacked for each of its rows else. */
    private int rowsAtOnce() {
        int rows = Math.max(1, BUFFER / rowSize());
        if (data instanceof ChunkedDataset chunked) {
            long whole = (long) Math.ceilDiv(rows, chunked.getChunkDimensions()[0]) * chunked.getChunkDimensions()[0];
            return whole * rowSize() <= LARGEST ? (int) whole : rows;
        }
        return rows;
    }

    private int rowSize() {
        int size = element.size();
        for (int i = 1; i < data.getDimensions().length; i++) {
            size = Math.multiplyExact(size, data.getDimensions()[i]);
        }
        return size;
    }

    private byte[] bytes(int row, int rows) {
        int[] sizes = data.getDimensions().clone();
        sizes[0] = rows;
        var offset = new long[sizes.length];
        offset[0] = row;
        var buffer = ByteBuffer.allocate(rows * rowSize()).order(ByteOrder.LITTLE_ENDIAN);
        put(data.getData(offset, sizes), buffer);
        return buffer.array();
    }

    private void put(Object array, ByteBuffer to) {
        int at = to.position();
        switch (array) {
            case byte[] bytes -> to.put(bytes);
            case short[] numbers -> to.asShortBuffer().put(numbers);
            case int[] numbers -> to.asIntBuffer().put(numbers);
            case long[] numbers -> to.asLongBuffer().put(numbers);
            case float[] numbers -> to.asFloatBuffer().put(numbers);
            case double[] numbers -> to.asDoubleBuffer().put(numbers);
            case boolean[] truths -> {
                for (var truth : truths) {
                    to.put((byte) (truth ? 1 : 0));
                }
            }
            case Object[] many -> {
                for (var one : many) {
                    put(one, to);
                }
                return;
            }
            case Object text -> {
                to.put(text.toString().getBytes(StandardCharsets.UTF_8)).position(at + element.size());
                return;
            }
        }
        to.position(at + element.size() * Array.getLength(array));
    }
}
