package io.polyphony.engine.head;

import io.polyphony.engine.program.Node;

/** A head that answers place by place on the network's pictures. */
public sealed interface SceneHead permits MaskHead, BoxHead, CountHead {

    /**
     * What it says of every place of the picture, row-major [lines, columns, channels] in a row of the batch.
     *
     * @param features [batch, any width], fused from all inputs
     * @param width lines * columns * channels
     */
    Node on(String name, Node features, int width);
}
