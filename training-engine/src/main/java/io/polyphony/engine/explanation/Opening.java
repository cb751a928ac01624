package io.polyphony.engine.explanation;

import io.polyphony.engine.op.EmbeddingBag;
import io.polyphony.engine.op.EmbeddingRows;
import io.polyphony.engine.op.Primitive;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a network makes vectors of codes. Nothing lies between two codes, but between two vectors there is a straight path:
 * so gradients are taken from here on, and shared out among the codes' places.
 *
 * @param name of the vectors, as an output and as an input
 * @param codes the name of what is read
 * @param places how many codes a row has
 */
record Opening(String name, String codes, int places, Node.Result result) {

    /** All of a graph. */
    static List<Opening> of(Graph graph) {
        var openings = new ArrayList<Opening>();
        for (var node : graph.nodes()) {
            if (node instanceof Node.Result result
                    && result.inputs().getFirst() instanceof Node.Codes(var _, var codes, var shape)) {
                openings.add(new Opening("opening " + openings.size(), codes, shape.last(), result));
            }
        }
        return openings;
    }

    /** What the vectors are where the codes tell nothing: of a category the mean of all of them, of words zero. */
    float[] baseline(Program program) {
        var vectors = new float[result.shape().size() / result.shape().extent(0)];
        if (result.primitive() instanceof EmbeddingBag bag && bag.zeroCounts()) {
            var table = table(program);
            for (int i = table.width(); i < table.values().length; i++) {
                vectors[i % table.width()] += table.values()[i] / Math.max(1, table.rows() - 1);
            }
        }
        return vectors;
    }

    /**
     * What each code's place has of the vectors' contributions.
     *
     * @param slopes mean gradient of the vectors along the path
     * @param shares of the vectors' numbers, which add up to their contribution
     * @param program that has read the row
     */
    double[] shares(double[] slopes, double[] shares, Program program) {
        return switch (result.primitive()) {
            case EmbeddingRows _ -> rows(shares);
            case EmbeddingBag bag
            when bag.length() == 1 -> at(bag.from(), Arrays.stream(shares).sum());
            case EmbeddingBag bag -> bagged(bag, slopes, program);
            case Primitive other ->
                throw new IllegalStateException(
                        "What (%s) makes of codes cannot be shared out among them.".formatted(other));
        };
    }

    private double[] rows(double[] shares) {
        var places = new double[this.places];
        int width = shares.length / this.places;
        for (int i = 0; i < shares.length; i++) {
            places[i / width] += shares[i];
        }
        return places;
    }

    private double[] at(int place, double share) {
        var places = new double[this.places];
        places[place] = share;
        return places;
    }

    /** A sum's parts are what each code puts in. */
    private double[] bagged(EmbeddingBag bag, double[] slopes, Program program) {
        var table = table(program);
        var codes = program.codes(this.codes);
        var weights = weights(program);
        var places = new double[this.places];
        for (int i = bag.from(); i < bag.from() + bag.length(); i++) {
            for (int j = 0; j < slopes.length && (codes[i] != 0 || bag.zeroCounts()); j++) {
                places[i] += slopes[j] * weights[i] * table.values()[codes[i] * slopes.length + j];
            }
        }
        return places;
    }

    private float[] weights(Program program) {
        if (result.inputs().size() > 2 && result.inputs().get(2) instanceof Node.Input(var _, var weights, var _)) {
            return Arrays.copyOf(program.input(weights).floats(), places);
        }
        var even = new float[places];
        Arrays.fill(even, 1f);
        return even;
    }

    private EmbeddingTable table(Program program) {
        if (result.inputs().get(1) instanceof Node.Table(var _, var name, var _, var _)) {
            return program.parameters().tables().stream()
                    .filter(table -> table.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
        throw new IllegalStateException("The vectors of (%s) come from no table.".formatted(codes));
    }
}
