package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Extras;
import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.Layout;
import io.polyphony.engine.onednn.Product;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of matrices, or of as many pairs of them as a third, outermost extent says. */
final class DnnProduct {
    private DnnProduct() {}

    static Kernel of(Call call, @Nullable Tensor bias) {
        var settings = call.integers();
        var a = call.inputs().get(0);
        var b = call.inputs().get(1);
        var c = call.outputs().getFirst();
        try (var left = layout(a, settings.length > 0 && settings[0] != 0);
                var right = layout(b, settings.length > 1 && settings[1] != 0);
                var result = layout(c, false);
                var added = Layout.of(1, c.shape().last());
                var extras = Extras.none();
                var recipe = Product.of(left, right, bias == null ? null : added, result, extras)) {
            var uses = new ArrayList<>(List.of(
                    new Use(Role.SOURCE, left, a.memory()),
                    new Use(Role.WEIGHTS, right, b.memory()),
                    new Use(Role.RESULT, result, c.memory())));
            if (bias != null) {
                uses.add(new Use(Role.BIAS, added, bias.memory()));
            }
            return DnnKernel.of(call, new Job(recipe, uses.toArray(Use[]::new)));
        }
    }

    /** x [n, k] times as many blocks of k columns as w [k, blocks * k] has: the results block by block, [blocks, n, k]. */
    static Kernel byColumns(Call call) {
        var x = call.inputs().get(0);
        var w = call.inputs().get(1);
        var y = call.outputs().getFirst();
        long rows = x.shape().extent(0);
        long width = x.shape().last();
        long wide = w.shape().last();
        try (var left = Layout.of(1, rows, width);
                var right = Layout.strided(new long[] {wide / width, width, width}, new long[] {width, wide, 1});
                var result = Layout.of(wide / width, rows, width);
                var extras = Extras.none();
                var recipe = Product.of(left, right, null, result, extras)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            recipe,
                            new Use(Role.SOURCE, left, x.memory()),
                            new Use(Role.WEIGHTS, right, w.memory()),
                            new Use(Role.RESULT, result, y.memory())));
        }
    }

    /**
     * Of as many pairs as there are members. The numbers say of a whether its rows lie outermost, [rows, members, n] and not
     * [members, rows, n], and whether it is transposed; the same of b; and of the result whether its rows lie outermost.
     */
    static Kernel byMember(Call call) {
        var ways = call.integers();
        var a = call.inputs().get(0);
        var b = call.inputs().get(1);
        var c = call.outputs().getFirst();
        try (var left = members(a, ways[0] != 0, ways[1] != 0);
                var right = members(b, ways[2] != 0, ways[3] != 0);
                var result = members(c, ways[4] != 0, false);
                var extras = Extras.none();
                var recipe = Product.of(left, right, null, result, extras)) {
            return DnnKernel.of(
                    call,
                    new Job(
                            recipe,
                            new Use(Role.SOURCE, left, a.memory()),
                            new Use(Role.WEIGHTS, right, b.memory()),
                            new Use(Role.RESULT, result, c.memory())));
        }
    }

    private static Layout members(Tensor tensor, boolean rowsOutermost, boolean transposed) {
        var shape = tensor.shape();
        long members = shape.extent(rowsOutermost ? 1 : 0);
        long rows = shape.extent(rowsOutermost ? 0 : 1);
        long width = shape.last();
        long next = rowsOutermost ? width : rows * width;
        long down = rowsOutermost ? members * width : width;
        return transposed
                ? Layout.strided(new long[] {members, width, rows}, new long[] {next, 1, down})
                : Layout.strided(new long[] {members, rows, width}, new long[] {next, down, 1});
    }

    /** Transposed is read the other way round, not copied. */
    private static Layout layout(Tensor matrix, boolean transposed) {
        var shape = matrix.shape();
        int rank = shape.rank();
        long rows = shape.extent(rank - 2);
        long columns = shape.extent(rank - 1);
        var extents = transposed ? new long[] {columns, rows} : new long[] {rows, columns};
        var strides = transposed ? new long[] {1, columns} : new long[] {columns, 1};
        return rank == 2
                ? Layout.strided(extents, strides)
                : Layout.strided(
                        new long[] {shape.extent(0), extents[0], extents[1]},
                        new long[] {rows * columns, strides[0], strides[1]});
    }
}
