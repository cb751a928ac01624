package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A product of two matrices, or of as many pairs of them as further, outer extents say. */
public final class Product {
    private Product() {}

    /** @param bias added to every row, or null */
    public static Recipe of(Layout a, Layout b, @Nullable Layout bias, Layout c, Extras extras) {
        var added = bias == null ? MemorySegment.NULL : bias.handle();
        return Recipe.made("matmul", a.handle(), b.handle(), added, c.handle(), extras.handle());
    }
}
