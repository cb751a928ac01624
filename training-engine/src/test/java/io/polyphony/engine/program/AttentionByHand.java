package io.polyphony.engine.program;

import static io.polyphony.engine.program.ByHand.each;
import static io.polyphony.engine.program.ByHand.mixed;
import static io.polyphony.engine.program.ByHand.plus;
import static io.polyphony.engine.program.ByHand.softmax;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Attention with several heads (Vaswani 2017, equation 1) and the pre-norm layer around it (Xiong 2020), written out for one row.
 *
 * @param known the numbers
 * @param heads must divide the width
 */
public record AttentionByHand(ByHand known, int heads) {

    /** A layer in which members attend to themselves: x + attention(norm x), then x + perceptron(norm x). */
    public double[][] self(String name, double[][] members, boolean... open) {
        var read = known.normalised(name + ".attend", members);
        return perceptron(name, attend(name, members, read, read, open));
    }

    /** Members that attend to others, which are normalised by themselves. */
    public double[][] cross(String name, double[][] members, double[][] others, boolean... open) {
        var read = known.normalised(name + ".attend", members);
        return perceptron(name, attend(name, members, read, known.normalised(name + ".source", others), open));
    }

    /** x + attention, without what follows. */
    public double[][] attend(String name, double[][] members, double[][] read, double[][] source, boolean... open) {
        var queries = known.linear(name + ".queries", read);
        var pairs = known.linear(name + ".pairs", source);
        var heard =
                Arrays.stream(queries).map(query -> heard(query, pairs, open)).toArray(double[][]::new);
        return plus(members, known.linear(name + ".mixed", heard));
    }

    public double[][] perceptron(String name, double[][] members) {
        var hidden = Arrays.stream(known.linear(name + ".hidden", known.normalised(name + ".think", members)))
                .map(ByHand::gelu)
                .toArray(double[][]::new);
        return plus(members, known.linear(name + ".thought", hidden));
    }

    /** softmax(q K' / sqrt(d)) V of each head, side by side; keys lie before values. */
    private double[] heard(double[] query, double[][] pairs, boolean... open) {
        int width = query.length;
        int size = width / heads;
        var heard = new double[width];
        for (int head = 0; head < heads; head++) {
            int from = head * size;
            var scores =
                    each(pairs.length, m -> open[m] ? score(query, pairs[m], from, size) : Double.NEGATIVE_INFINITY);
            var values = IntStream.range(0, pairs.length)
                    .mapToObj(m -> Arrays.copyOfRange(pairs[m], width + from, width + from + size))
                    .toArray(double[][]::new);
            System.arraycopy(mixed(softmax(scores), values), 0, heard, from, size);
        }
        return heard;
    }

    private static double score(double[] query, double[] pair, int from, int size) {
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            sum += query[i] * pair[i];
        }
        return sum / Math.sqrt(size);
    }
}
