package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;

/** What is done to a result before it is written, in this order. */
public final class Extras implements AutoCloseable {
    private static final int FLOAT = 3;
    private static final int LINEAR = 38;
    private static final int RELU = 32;
    static final int PLUS = 131056;
    private final MemorySegment operations = Native.made("dnnl_post_ops_create");
    private final MemorySegment attributes = Native.made("dnnl_primitive_attr_create");

    /** Nothing. */
    public static Extras none() {
        return new Extras();
    }

    /** Times a number. */
    public Extras times(double factor) {
        Native.call("dnnl_post_ops_append_eltwise", operations, LINEAR, (float) factor, 0f);
        return this;
    }

    /** The larger of it and 0. */
    public Extras rectified() {
        Native.call("dnnl_post_ops_append_eltwise", operations, RELU, 0f, 0f);
        return this;
    }

    /** Plus what is in the result's memory already. */
    public Extras plusOld() {
        Native.call("dnnl_post_ops_append_sum", operations, 1f, 0, FLOAT);
        return this;
    }

    /** Plus numbers of that layout, repeated along extents of 1; a job is given them in the role EXTRA. */
    public Extras plus(Layout numbers) {
        Native.call("dnnl_post_ops_append_binary", operations, PLUS, numbers.handle());
        return this;
    }

    MemorySegment handle() {
        Native.call("dnnl_primitive_attr_set_post_ops", attributes, operations);
        return attributes;
    }

    @Override
    public void close() {
        Native.call("dnnl_primitive_attr_destroy", attributes);
        Native.call("dnnl_post_ops_destroy", operations);
    }
}
