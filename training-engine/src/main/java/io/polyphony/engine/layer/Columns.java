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
            embeddings.add(embedding(graph, name, codes, column, cardinalities[column], width(cardinalities[column])));
        }
        return embeddings;
    }

    /** The same, all of one width. */
    public static List<Node> of(Graph graph, String name, Node codes, int[] cardinalities, int width) {
        var embeddings = new ArrayList<Node>();
        for (int column = 0; column < cardinalities.length; column++) {
            embeddings.add(embedding(graph, name, codes, column, cardinalities[column], width));
        }
        return embeddings;
    }

    private static Node embedding(Graph graph, String name, Node codes, int column, int cardinality, int width) {
        var first = Initializer.normal(1 / Math.sqrt(width));
        var table = graph.table(name + ".column" + column, cardinality, width, first);
        return graph.apply(new EmbeddingBag(column, 1, true), codes, table);
    }

    /** The rule of fast.ai: min(100, 1.6 n^0.56). */
    public static int width(int cardinality) {
        return (int) Math.min(100, Math.round(1.6 * Math.pow(cardinality, 0.56)));
    }
}
