package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Scaled dot-product attention with several heads (Vaswani 2017): queries [batch, n, d], keys and values side by side
 * [batch, m, 2 d] and mask [batch, m] are [batch, n, d]. Members that the mask leaves out are not attended to; a row
 * without any is zero. The mask has no gradient.
 *
 * @param heads must divide d
 */
public record Attention(int heads) implements Primitive {
    static final String FAST = "attention";

    public Attention {
        Check.range("heads", heads, 1, 256);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        var queries = inputs.get(0);
        var pairs = inputs.get(1);
        ShapeMismatch.unless(
                queries.rank() == 3
                        && pairs.rank() == 3
                        && queries.extent(0) == pairs.extent(0)
                        && pairs.last() == 2 * queries.last()
                        && queries.last() % heads == 0
                        && inputs.get(2).equals(Shape.of(pairs.extent(0), pairs.extent(1))),
                "Attention",
                inputs,
                "queries [batch, n, d], keys and values [batch, m, 2 d] and mask [batch, m], d divisible by " + heads);
        return queries;
    }

    @Override
    public boolean readsInput(int index) {
        return index != 2;
    }

    /** By head: shares; without a library also queries, keys, values and results. */
    @Override
    public List<Shape> saved(Facts facts) {
        var queries = byHead(facts.inputs().get(0), facts.inputs().get(0).last());
        var shares = queries.withLast(facts.inputs().get(1).extent(1));
        return fast(facts) ? List.of(shares, facts.inputs().get(2)) : onHost(facts);
    }

    /** A single member has the whole share; the library mistakes its mask for something else. */
    private static boolean fast(Facts facts) {
        return facts.knows(FAST) && facts.inputs().get(1).extent(1) > 1;
    }

    private List<Shape> onHost(Facts facts) {
        var queries = byHead(facts.inputs().get(0), facts.inputs().get(0).last());
        var keys = byHead(facts.inputs().get(1), facts.inputs().get(0).last());
        return List.of(queries, keys, keys, queries.withLast(keys.extent(1)), queries);
    }

    /** Gradients of the shares, queries, keys and values, by head. */
    @Override
    public List<Shape> scratch(Facts facts) {
        if (fast(facts)) {
            var places = new ArrayList<Shape>(List.of(saved(facts).get(0)));
            places.addAll(Kernels.unwanted(facts)
                    .subList(
                            0, (facts.wanted().get(0) ? 0 : 1) + (facts.wanted().get(1) ? 0 : 1)));
            return facts.differentiated() ? places : List.of();
        }
        var saved = saved(facts);
        return List.of(saved.get(3), saved.get(0), saved.get(1), saved.get(2));
    }

    private Shape byHead(Shape members, int width) {
        return Shape.of(members.extent(0) * heads, members.extent(1), width / heads);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 4L * inputs.get(0).size() * inputs.get(1).extent(1);
    }

    @Override
    public String onnx(Twin twin) {
        int width = twin.shape(0).last();
        var queries = twin.transposed(
                twin.reshaped(twin.input(0), twin.shape(0).extent(1), heads, width / heads), 0, 2, 1, 3);
        var pairs = twin.reshaped(twin.input(1), twin.shape(1).extent(1), 2, heads, width / heads);
        var keys = twin.transposed(twin.pick(pairs, 2, 0), 0, 2, 3, 1);
        var values = twin.transposed(twin.pick(pairs, 2, 1), 0, 2, 1, 3);
        var scores = twin.times(twin.node("MatMul", queries, keys), 1 / Math.sqrt((double) width / heads));
        var open = twin.where(twin.positive(twin.input(2)), twin.number(1), twin.number(0));
        var mixed = twin.node("MatMul", twin.shares(scores, twin.widened(open, 1, 2), 3), values);
        return twin.reshaped(twin.transposed(mixed, 0, 2, 1, 3), twin.shape(0).extent(1), width);
    }

    @Override
    public Work bind(Site site) {
        return fast(site.facts()) ? new AttentionInLibrary(site, heads) : new Heads(site, heads);
    }

    private static final class Heads implements Work {
        /** More than scores ever differ. */
        private static final double FAR = 1e30;

        private final Site site;
        private final int heads;
        private final int batch;
        private final int queries;
        private final int members;
        private final int width;
        private final double scale;
        private final double[] mask;
        private final double[] closed;
        private final double[] shares;
        private final double[] slopes;
        private final Kernel ahead;
        private final Kernel mix;
        private final Kernel back;
        private final Kernel rest;

        Heads(Site site, int heads) {
            this.site = site;
            this.heads = heads;
            batch = site.shape(0).extent(0);
            queries = site.shape(0).extent(1);
            members = site.shape(1).extent(1);
            width = site.shape(0).last() / heads;
            scale = 1 / Math.sqrt(width);
            mask = new double[members];
            closed = new double[members];
            shares = new double[members];
            slopes = new double[members];
            ahead = MatMul.multiply(site, site.saved(0), site.saved(1), site.saved(3), false, true);
            mix = MatMul.multiply(site, site.saved(3), site.saved(2), site.saved(4), false, false);
            boolean learns = site.facts().differentiated();
            back = learns ? back() : new Kernels(List.of());
            rest = learns ? rest() : new Kernels(List.of());
        }

        private Kernel back() {
            return new Kernels(List.of(
                    MatMul.multiply(site, site.saved(4), site.saved(2), site.scratch(0), false, true),
                    MatMul.multiply(site, site.saved(3), site.saved(4), site.scratch(3), true, false)));
        }

        private Kernel rest() {
            return new Kernels(List.of(
                    MatMul.multiply(site, site.scratch(0), site.saved(1), site.scratch(1), false, false),
                    MatMul.multiply(site, site.scratch(0), site.saved(0), site.scratch(2), true, false)));
        }

        @Override
        public void forward(Pass pass) {
            split(site.input(0), site.saved(0), queries, 0);
            split(site.input(1), site.saved(1), members, 0);
            split(site.input(1), site.saved(2), members, heads * width);
            ahead.run();
            for (int b = 0; b < batch; b++) {
                open(b);
                int end = (b + 1) * heads * queries;
                for (int row = b * heads * queries; row < end; row++) {
                    site.saved(3).read(row * members, shares, members);
                    normalise();
                    site.saved(3).write(row * members, shares, members);
                }
            }
            mix.run();
            join(site.saved(4), site.output(), queries, 0);
        }

        /** The mask as 0 and 1, so that what follows needs no branch. */
        private void open(int b) {
            site.input(2).read(b * members, mask, members);
            for (int m = 0; m < members; m++) {
                mask[m] = mask[m] > 0 ? 1 : 0;
                closed[m] = FAR * (1 - mask[m]);
            }
        }

        /** From the scores of one query to its shares. */
        private void normalise() {
            for (int m = 0; m < members; m++) {
                shares[m] = scale * shares[m] - closed[m];
            }
            double largest = Sums.max(shares, 0, members);
            for (int m = 0; m < members; m++) {
                shares[m] -= largest;
            }
            Curves.exp(shares, 0, members);
            for (int m = 0; m < members; m++) {
                shares[m] *= mask[m];
            }
            double sum = Sums.sum(shares, 0, members);
            double factor = sum > 0 ? 1 / sum : 0;
            for (int m = 0; m < members; m++) {
                shares[m] *= factor;
            }
        }

        @Override
        public void backward() {
            split(site.outputGradient(), site.saved(4), queries, 0);
            back.run();
            for (int row = 0; row < batch * heads * queries; row++) {
                site.saved(3).read(row * members, shares, members);
                site.scratch(0).read(row * members, slopes, members);
                slope();
                site.scratch(0).write(row * members, slopes, members);
            }
            rest.run();
            if (site.wants(0)) {
                join(site.scratch(1), site.inputGradient(0), queries, 0);
            }
            if (site.wants(1)) {
                join(site.scratch(2), site.inputGradient(1), members, 0);
                join(site.scratch(3), site.inputGradient(1), members, heads * width);
            }
        }

        private void slope() {
            double dot = Sums.dot(shares, slopes, 0, members);
            for (int m = 0; m < members; m++) {
                slopes[m] = scale * shares[m] * (slopes[m] - dot);
            }
        }

        /** From [batch, count, ..] to [batch * heads, count, width], reading from a column on. */
        private void split(Tensor whole, Tensor byHead, int count, int column) {
            int stride = whole.shape().last();
            for (int b = 0; b < batch; b++) {
                for (int i = 0; i < count; i++) {
                    int from = (b * count + i) * stride + column;
                    for (int head = 0; head < heads; head++) {
                        int to = ((b * heads + head) * count + i) * width;
                        byHead.copy(to, whole, from + head * width, width);
                    }
                }
            }
        }

        /** The way back. */
        private void join(Tensor byHead, Tensor whole, int count, int column) {
            int stride = whole.shape().last();
            for (int b = 0; b < batch; b++) {
                for (int i = 0; i < count; i++) {
                    int to = (b * count + i) * stride + column;
                    for (int head = 0; head < heads; head++) {
                        int from = ((b * heads + head) * count + i) * width;
                        whole.copy(to + head * width, byHead, from, width);
                    }
                }
            }
        }
    }
}
