package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** An operation on layouts, before it is given memory. */
public final class Recipe implements AutoCloseable {
    private static final MethodHandle QUERY = Native.function(
            "dnnl_primitive_desc_query_md",
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT);
    static final int TRAINING = 64;
    static final int BACKWARD = 128;
    private static final int WEIGHTS = 131;
    private static final int WEIGHT_GRADIENTS = 132;
    private static final int WORKSPACE = 135;
    private final MemorySegment handle;

    Recipe(MemorySegment handle) {
        this.handle = handle;
    }

    /** Of an operation that works within the processor alone. */
    static Recipe made(String operation, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = Engine.handle();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Recipe(Native.made("dnnl_" + operation + "_primitive_desc_create", all));
    }

    MemorySegment handle() {
        return handle;
    }

    /** The layout that the library chose for the weights. */
    public Layout weights() {
        return query(WEIGHTS);
    }

    /** The layout that the library chose for the gradient of the weights. */
    public Layout weightGradients() {
        return query(WEIGHT_GRADIENTS);
    }

    /** What forward leaves for backward. */
    public Layout workspace() {
        return query(WORKSPACE);
    }

    private Layout query(int what) {
        try {
            return Layout.copyOf((MemorySegment) QUERY.invokeExact(handle, what, 0));
        } catch (Throwable e) {
            throw new IllegalStateException("oneDNN could not be asked.", e);
        }
    }

    @Override
    public void close() {
        Native.call("dnnl_primitive_desc_destroy", handle);
    }
}
