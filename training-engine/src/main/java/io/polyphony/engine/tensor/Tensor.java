package io.polyphony.engine.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major buffer outside of the Java heap. It holds its array, and a view holds what it views: native pointers alone
 * do not keep an array alive.
 */
public final class Tensor {
    /** Converting from an array is vectorised, converting from native memory is not. */
    private static final ThreadLocal<float[]> STAGING = ThreadLocal.withInitial(() -> new float[1024]);

    private final INDArray array;
    private final @Nullable Tensor viewed;
    private final Shape shape;
    private final Precision precision;
    private final MemorySegment memory;

    Tensor(INDArray array, @Nullable Tensor viewed, Shape shape, Precision precision) {
        this.array = array;
        this.viewed = viewed;
        this.shape = shape;
        this.precision = precision;
        this.memory = MemorySegment.ofAddress(array.data().addressPointer().address())
                .reinterpret((long) shape.size() * precision.bytes());
    }

    INDArray array() {
        return array;
    }

    /** The numbers' memory; valid as long as the tensor is. */
    MemorySegment memory() {
        return memory;
    }

    /** Where the numbers begin, for libraries that want an address; valid as long as the tensor is. */
    FloatPointer pointer() {
        require(Precision.FLOAT);
        return new FloatPointer(array.data().addressPointer());
    }

    public Shape shape() {
        return shape;
    }

    public Precision precision() {
        return precision;
    }

    public int size() {
        return shape.size();
    }

    /** The numbers from an offset on, seen as a shape; no copy. */
    public Tensor view(int offset, Shape part) {
        if (offset < 0 || offset + part.size() > size()) {
            throw new IllegalArgumentException(
                    "The view %s at %d does not lie within %s.".formatted(part, offset, shape));
        }
        var strides = new long[part.rank()];
        long stride = 1;
        for (int axis = part.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= part.extent(axis);
        }
        var start = array.data().offset() + offset;
        var base = viewed == null ? array : root().array;
        return new Tensor(Nd4j.create(base.data(), part.longs(), strides, start, 'c'), this, part, precision);
    }

    /** The same numbers in another shape; no copy. */
    public Tensor reshaped(Shape other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException("The tensor %s has not the size of %s.".formatted(shape, other));
        }
        return view(0, other);
    }

    private Tensor root() {
        return viewed == null ? this : viewed.root();
    }

    /** Copies numbers out. */
    public void read(int offset, float[] target, int at, int count) {
        require(Precision.FLOAT);
        MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, 4L * offset, target, at, count);
        Reference.reachabilityFence(this);
    }

    /** Copies numbers in. */
    public void write(int offset, float[] source, int from, int count) {
        require(Precision.FLOAT);
        MemorySegment.copy(source, from, memory, ValueLayout.JAVA_FLOAT, 4L * offset, count);
        Reference.reachabilityFence(this);
    }

    /** Copies numbers of either precision out. */
    public void read(int offset, double[] target, int count) {
        read(offset, target, 0, count);
    }

    /** Copies numbers of either precision out, to a place of the array. */
    public void read(int offset, double[] target, int to, int count) {
        if (precision == Precision.DOUBLE) {
            MemorySegment.copy(memory, ValueLayout.JAVA_DOUBLE, 8L * offset, target, to, count);
        } else {
            var staging = STAGING.get();
            for (int at = 0; at < count; at += staging.length) {
                int part = Math.min(staging.length, count - at);
                MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, 4L * (offset + at), staging, 0, part);
                for (int i = 0; i < part; i++) {
                    target[to + at + i] = staging[i];
                }
            }
        }
        Reference.reachabilityFence(this);
    }

    /** Copies numbers of either precision in, rounding where needed. */
    public void write(int offset, double[] source, int count) {
        write(offset, source, 0, count);
    }

    /** Copies numbers of either precision in from a place of the array, rounding where needed. */
    public void write(int offset, double[] source, int from, int count) {
        if (precision == Precision.DOUBLE) {
            MemorySegment.copy(source, from, memory, ValueLayout.JAVA_DOUBLE, 8L * offset, count);
        } else {
            var staging = STAGING.get();
            for (int at = 0; at < count; at += staging.length) {
                int part = Math.min(staging.length, count - at);
                for (int i = 0; i < part; i++) {
                    staging[i] = (float) source[from + at + i];
                }
                MemorySegment.copy(staging, 0, memory, ValueLayout.JAVA_FLOAT, 4L * (offset + at), part);
            }
        }
        Reference.reachabilityFence(this);
    }

    /** Copies numbers from another tensor of the same precision. */
    public void copy(int offset, Tensor source, int from, int count) {
        source.require(precision);
        long bytes = precision.bytes();
        MemorySegment.copy(source.memory, from * bytes, memory, offset * bytes, count * bytes);
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(source);
    }

    /** All numbers. */
    public double[] doubles() {
        var all = new double[size()];
        read(0, all, all.length);
        return all;
    }

    /** All numbers. */
    public float[] floats() {
        var all = new float[size()];
        read(0, all, 0, all.length);
        return all;
    }

    /** Sets every number to zero. */
    public void clear() {
        memory.fill((byte) 0);
        Reference.reachabilityFence(this);
    }

    /** Sets some numbers to zero. */
    public void clear(int offset, int count) {
        memory.asSlice((long) offset * precision.bytes(), (long) count * precision.bytes())
                .fill((byte) 0);
        Reference.reachabilityFence(this);
    }

    /** Gives the memory back at once; neither this tensor nor a view of it may be used again. A view frees nothing. */
    public void close() {
        if (viewed == null && array.closeable()) {
            array.close();
        }
    }

    private void require(Precision needed) {
        if (precision != needed) {
            throw new IllegalStateException("The tensor %s is %s, not %s.".formatted(shape, precision, needed));
        }
    }
}
