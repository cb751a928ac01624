package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;

/** A copy from one layout to another. */
public final class Reorder {
    private Reorder() {}

    public static Recipe of(Layout from, Layout to) {
        var engine = Engine.handle();
        return new Recipe(Native.made(
                "dnnl_reorder_primitive_desc_create", from.handle(), engine, to.handle(), engine, MemorySegment.NULL));
    }
}
