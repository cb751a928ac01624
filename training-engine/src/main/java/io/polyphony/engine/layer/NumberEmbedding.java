package io.polyphony.engine.layer;

import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Gelu;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** What a network sees of the numbers of a table's row (Gorishniy 2022, arXiv:2203.05556). */
public enum NumberEmbedding {
    /** The scaled numbers. */
    PLAIN,

    /** Beside them learned waves of each, all read by the same linear map. */
    WAVES,

    /** Beside them how far each reaches into each of its bins. */
    BINS;

    private static final int PER_NUMBER = 4;

    /**
     * All side by side, each [batch, its own width].
     *
     * @param waves of each number
     */
    public List<Node> row(Graph graph, Cells cells, String name, int waves) {
        var parts = new ArrayList<>(cells.numbers());
        for (var numbers : cells.numbers()) {
            switch (this) {
                case PLAIN -> {}
                case WAVES ->
                    parts.add(flat(
                            graph,
                            graph.apply(
                                    new Gelu(),
                                    Linear.of(
                                            graph, name + ".waves", cells.waves(graph, numbers, waves), PER_NUMBER))));
                case BINS -> parts.add(flat(graph, cells.bins()));
            }
        }
        return parts;
    }

    /**
     * A token for each number, [batch, numbers, width].
     *
     * @param waves of each number
     * @param own whether each number has a map of its own, as in the paper, or one map reads them all; those of bins always have
     */
    public List<Node> tokens(Graph graph, Cells cells, String name, int waves, int width, boolean own) {
        return cells.numbers().stream()
                .map(numbers -> {
                    var shape = Shape.of(graph.batch(), numbers.shape().last(), 1);
                    var values = graph.apply(new Reshape(shape), numbers);
                    return switch (this) {
                        case PLAIN -> mapped(graph, name, values, width, own);
                        case WAVES -> {
                            var seen = graph.apply(new Concat(), values, cells.waves(graph, numbers, waves));
                            yield mapped(graph, name, seen, width, own);
                        }
                        case BINS -> binned(graph, cells.bins(), name, values, width);
                    };
                })
                .toList();
    }

    private static Node mapped(Graph graph, String name, Node seen, int width, boolean own) {
        return own
                ? Linear.byMember(graph, name + ".numbers", seen, width)
                : Linear.of(graph, name + ".numbers", seen, width);
    }

    /** Each number has a map of its own, as its bins mean nothing to another; bits of missing cells have no bins. */
    private static Node binned(Graph graph, Node bins, String name, Node values, int width) {
        var tokens = new ArrayList<Node>();
        for (int i = 0; i < values.shape().extent(1); i++) {
            var value = graph.apply(new Member(i), values);
            var known = i < bins.shape().extent(1)
                    ? graph.apply(new Concat(), value, graph.apply(new Member(i), bins))
                    : value;
            tokens.add(Linear.of(graph, name + ".number" + i, known, width));
        }
        return Members.joined(graph, tokens.toArray(Node[]::new));
    }

    private static Node flat(Graph graph, Node members) {
        int row = members.shape().size() / graph.batch();
        return graph.apply(new Reshape(Shape.of(graph.batch(), row)), members);
    }
}
