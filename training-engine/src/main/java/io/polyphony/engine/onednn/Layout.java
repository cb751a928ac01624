package io.polyphony.engine.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** How a tensor of floats lies in memory. */
public final class Layout implements AutoCloseable {
    private static final int FLOAT = 3;
    private static final int ANY = 1;
    private static final MethodHandle SIZE =
            Native.function("dnnl_memory_desc_get_size", ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
    private final MemorySegment handle;

    private Layout(MemorySegment handle) {
        this.handle = handle;
    }

    /** Extents in the order in which the library thinks of them, and how far apart neighbours along each lie. */
    public static Layout strided(long[] extents, long[] strides) {
        try (var arena = Arena.ofConfined()) {
            return new Layout(Native.made(
                    "dnnl_memory_desc_create_with_strides",
                    extents.length,
                    dims(arena, extents),
                    FLOAT,
                    dims(arena, strides)));
        }
    }

    /** Row-major. */
    public static Layout of(long... extents) {
        var strides = new long[extents.length];
        long stride = 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= extents[axis];
        }
        return strided(extents, strides);
    }

    /** However the library likes it best. */
    public static Layout any(long... extents) {
        try (var arena = Arena.ofConfined()) {
            return new Layout(
                    Native.made("dnnl_memory_desc_create_with_tag", extents.length, dims(arena, extents), FLOAT, ANY));
        }
    }

    /** The same, to be kept. */
    static Layout copyOf(MemorySegment other) {
        return new Layout(Native.made("dnnl_memory_desc_clone", other));
    }

    MemorySegment handle() {
        return handle;
    }

    /** How much memory it takes. */
    public long bytes() {
        try {
            return (long) SIZE.invokeExact(handle);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static MemorySegment dims(Arena arena, long... numbers) {
        return arena.allocateFrom(ValueLayout.JAVA_LONG, numbers);
    }

    @Override
    public void close() {
        Native.call("dnnl_memory_desc_destroy", handle);
    }
}
