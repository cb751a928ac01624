package io.polyphony.engine.layer;

import io.polyphony.engine.op.EmbeddingBag;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import java.util.ArrayList;
import java.util.List;

/** One learned vector per category of each categorical column. */
public final class Columns {
    private Columns() {}

    /** The embeddings of all columns of codes [batch, columns]; code 0 (unknown) has a vector, too. */
    public static List<Node> of(Graph graph, String name, Node codes, int[] cardinalities) {
        var embeddings = new ArrayList<Node>();
        for (int column = 0; column < cardinalities.length; column++) {
            int width = width(cardinalities[column]);
            var table = graph.table(
                    name + ".column" + column, cardinalities[column], width, Initializer.normal(1 / Math.sqrt(width)));
            embeddings.add(graph.apply(new EmbeddingBag(column, 1, true), codes, table));
        }
        return embeddings;
    }

    /** The rule of fast.ai: min(100, 1.6 n^0.56). */
    public static int width(int cardinality) {
        return (int) Math.min(100, Math.round(1.6 * Math.pow(cardinality, 0.56)));
    }
}
