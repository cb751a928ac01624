package io.polyphony.engine.head;

import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/**
 * Finds things on pictures as points (Zhou 2019, "Objects as Points"): a U-Net's decoder goes back to a grid of one cell for
 * every 4 x 4 pixels; one branch says by class whether a thing's middle lies in a cell, another where in it and how large
 * the thing is. The layout is that of {@link Boxes}.
 */
public record BoxHead(Decoder decoder) implements SceneHead {
    private static final int LEAST_FILTERS = 16;

    /** Middles are rare: a cell begins with a probability of one tenth (Lin 2017), as in the paper. */
    private static final double RARE = -Math.log((1 - 0.1) / 0.1);

    @Override
    public Node on(String name, Node features, int width) {
        Graph graph = decoder.graph();
        int grid = Boxes.grid(decoder.size());
        int classes = width / (grid * grid) - Boxes.PLACE;
        var cells = cells(name, features, grid);
        int filters = Math.max(LEAST_FILTERS, cells.shape().last());
        var middles = decoder.block(name + ".middles", cells, filters);
        var places = decoder.block(name + ".places", cells, filters);
        var both = graph.apply(
                new Concat(),
                decoder.pixels(name + ".classes", middles, classes, RARE),
                decoder.pixels(name + ".boxes", places, Boxes.PLACE, 0));
        return graph.apply(new Reshape(Shape.of(graph.batch(), width)), both);
    }

    /** The decoder's map on the grid: stretched to it from the finest map that is no finer, or brought down to it where all are. */
    private Node cells(String name, Node features, int grid) {
        int finest = decoder.maps().size() - 1;
        while (finest > 0 && extent(decoder.maps().get(finest - 1)) <= grid) {
            finest--;
        }
        var x = decoder.back(name, features, finest);
        for (int step = 0; extent(x) > grid; step++) {
            x = decoder.block(name + ".down" + step, x, 2 * x.shape().last(), 2);
        }
        return decoder.stretched(x, grid, grid);
    }

    private static int extent(Node map) {
        return map.shape().extent(1);
    }
}
