package io.polyphony.engine.head;

import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/** Draws on pictures: logits of every pixel, by a U-Net's decoder that goes back to the picture's own resolution. */
public record MaskHead(Decoder decoder) implements SceneHead {

    @Override
    public Node on(String name, Node features, int width) {
        Graph graph = decoder.graph();
        var x = decoder.canvas(name, features);
        int pixels = x.shape().extent(1) * x.shape().extent(2);
        var logits = decoder.pixels(name + ".pixels", x, width / pixels, 0);
        return graph.apply(new Reshape(Shape.of(graph.batch(), width)), logits);
    }
}
