package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Extras;
import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.Layout;
import io.polyphony.engine.onednn.Product;
import io.polyphony.engine.onednn.Softmax;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Attention by head, read and written where the members lie: queries [batch, n, d], keys and values side by side
 * [batch, m, 2 d] and what is added to the scores of each member [batch, m], to results [batch, n, d] and shares
 * [batch * heads, n, m]; and back, from queries, pairs, shares and the results' gradient to the gradients of shares (for
 * itself), queries and pairs. The only whole setting is the number of heads.
 */
final class DnnAttention {
    private final int batch;
    private final int heads;
    private final int queries;
    private final int members;
    private final int width;
    private final double scale;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Layout> layouts = new ArrayList<>();

    private DnnAttention(Call call) {
        var shape = call.inputs().get(0).shape();
        heads = (int) call.integers()[0];
        batch = shape.extent(0);
        queries = shape.extent(1);
        members = call.inputs().get(1).shape().extent(1);
        width = shape.last() / heads;
        scale = 1 / Math.sqrt(width);
    }

    static Kernel forward(Call call) {
        return new DnnAttention(call).ahead(call);
    }

    static Kernel backward(Call call) {
        return new DnnAttention(call).back(call);
    }

    private Kernel ahead(Call call) {
        var shares = matrix(call.outputs().get(1).memory(), queries, members);
        try (var extras = Extras.none().times(scale).plus(layout(batch, 1, 1, members))) {
            var added = new Use(
                    Role.EXTRA,
                    layout(batch, 1, 1, members),
                    call.inputs().get(2).memory());
            multiply(
                    rows(call.inputs().get(0), 0), rows(call.inputs().get(1), 0).turned(), shares, extras, added);
        }
        try (var softmax = Softmax.forward(shares.layout(), 3)) {
            jobs.add(new Job(softmax, shares.as(Role.SOURCE), shares.as(Role.RESULT)));
        }
        multiply(
                shares,
                rows(call.inputs().get(1), heads * width),
                rows(call.outputs().get(0), 0),
                1);
        return kernel(call);
    }

    private Kernel back(Call call) {
        var read = rows(call.inputs().get(0), 0);
        var keys = rows(call.inputs().get(1), 0);
        var values = rows(call.inputs().get(1), heads * width);
        var shares = matrix(call.inputs().get(2).memory(), queries, members);
        var result = rows(call.inputs().get(3), 0);
        var slopes = matrix(call.outputs().get(0).memory(), queries, members);
        multiply(result, values.turned(), slopes, 1);
        multiply(shares.turned(), result, rows(call.outputs().get(2), heads * width), 1);
        try (var ahead = Softmax.forward(shares.layout(), 3);
                var softmax = Softmax.backward(shares.layout(), 3, ahead)) {
            jobs.add(new Job(
                    softmax, shares.as(Role.RESULT), slopes.as(Role.RESULT_GRADIENT), slopes.as(Role.SOURCE_GRADIENT)));
        }
        multiply(slopes, keys, rows(call.outputs().get(1), 0), scale);
        multiply(slopes.turned(), read, rows(call.outputs().get(2), 0), scale);
        return kernel(call);
    }

    private Kernel kernel(Call call) {
        layouts.forEach(Layout::close);
        return new DnnKernel(call, List.copyOf(jobs), null, 0);
    }

    private void multiply(Matrices a, Matrices b, Matrices c, double factor) {
        try (var extras = factor == 1 ? Extras.none() : Extras.none().times(factor)) {
            multiply(a, b, c, extras);
        }
    }

    private void multiply(Matrices a, Matrices b, Matrices c, Extras extras, Use... more) {
        try (var recipe = Product.of(a.layout(), b.layout(), null, c.layout(), extras)) {
            var uses = new ArrayList<>(List.of(a.as(Role.SOURCE), b.as(Role.WEIGHTS), c.as(Role.RESULT)));
            uses.addAll(List.of(more));
            jobs.add(new Job(recipe, uses.toArray(Use[]::new)));
        }
    }

    /** The head's columns of members [batch, count, ..] from a column on. */
    private Matrices rows(Tensor tensor, int column) {
        long count = tensor.shape().extent(1);
        long stride = tensor.shape().last();
        var memory = tensor.memory().asSlice((long) Float.BYTES * column);
        return new Matrices(memory, count, width, count * stride, width, stride, 1);
    }

    private Matrices matrix(MemorySegment memory, long rows, long columns) {
        return new Matrices(memory, rows, columns, heads * rows * columns, rows * columns, columns, 1);
    }

    private Layout layout(long... extents) {
        var layout = Layout.of(extents);
        layouts.add(layout);
        return layout;
    }

    /** A matrix per row and head, and how far apart batches, heads, rows and columns are. */
    private final class Matrices {
        private final MemorySegment memory;
        private final long[] extents;
        private final long[] strides;

        Matrices(MemorySegment memory, long rows, long columns, long... strides) {
            this.memory = memory;
            this.extents = new long[] {batch, heads, rows, columns};
            this.strides = strides;
        }

        Matrices turned() {
            return new Matrices(memory, extents[3], extents[2], strides[0], strides[1], strides[3], strides[2]);
        }

        Layout layout() {
            var layout = Layout.strided(extents, strides);
            layouts.add(layout);
            return layout;
        }

        Use as(Role role) {
            return new Use(role, layout(), memory);
        }
    }
}
