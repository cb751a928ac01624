package io.polyphony.engine.tensor;

import io.polyphony.engine.onednn.Convolution;
import io.polyphony.engine.onednn.Job;
import io.polyphony.engine.onednn.Job.Role;
import io.polyphony.engine.onednn.Job.Use;
import io.polyphony.engine.onednn.Layout;
import io.polyphony.engine.onednn.Recipe;
import io.polyphony.engine.onednn.Reorder;
import io.polyphony.engine.onednn.Window;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions of [batch, height, width, channels] that are padded to keep the size, with weights [height, width, channels,
 * filters]. The library wants weights in blocks; they are copied to and fro, which costs little as they are few.
 */
final class DnnConvolution implements AutoCloseable {
    private static final long ALIGNMENT = 64;
    private final Call call;
    private final Arena own = Arena.ofShared();
    private final List<Job> jobs = new ArrayList<>();
    private long bytes;
    private final Window window;
    private final Layout x;
    private final Layout plain;
    private final Layout any;
    private final Layout b;
    private final Layout y;
    private final Recipe recipe;
    private final int stride;
    private final Shape seen;
    private final boolean sparse;
    private @Nullable MemorySegment room;

    private DnnConvolution(Call call, Shape pixels, Shape w, Shape y) {
        this.call = call;
        this.stride = (int) call.integers()[2];
        // Where an edge is left over, the library takes what lies between seen pixels for overlapping.
        boolean even = pixels.extent(1) % stride == 0 && pixels.extent(2) % stride == 0;
        this.sparse = even && stride > 1 && w.extent(0) == 1 && w.extent(1) == 1;
        this.seen = sparse ? Shape.of(y.extent(0), y.extent(1), y.extent(2), pixels.last()) : pixels;
        int lines = padding(pixels.extent(1), w.extent(0), stride);
        int columns = padding(pixels.extent(2), w.extent(1), stride);
        this.window = sparse
                ? new Window(1, 0, 0, 0, 0)
                : new Window(stride, lines / 2, columns / 2, lines - lines / 2, columns - columns / 2);
        this.x = pictures(seen);
        this.y = pictures(y);
        this.any = Layout.any(w.extent(3), w.extent(2), w.extent(0), w.extent(1));
        this.plain = weights(w);
        this.b = Layout.of(w.last());
        this.recipe = Convolution.forward(this.x, any, b, this.y, window);
    }

    static Kernel forward(Call call) {
        var x = call.inputs().get(0);
        var w = call.inputs().get(1);
        var y = call.outputs().getFirst();
        try (var made = new DnnConvolution(call, x.shape(), w.shape(), y.shape())) {
            try (var best = made.recipe.weights()) {
                made.jobs.add(new Job(
                        made.recipe,
                        new Use(Role.SOURCE, made.x, made.gathered(x)),
                        new Use(Role.WEIGHTS, best, made.inBlocks(w, best)),
                        new Use(Role.BIAS, made.b, call.inputs().get(2).memory()),
                        new Use(Role.RESULT, made.y, y.memory())));
            }
            return new DnnKernel(call, List.copyOf(made.jobs), made.own, made.bytes);
        }
    }

    /** Flags say which of the three gradients are wanted; those of weights and bias come together. */
    static Kernel backward(Call call) {
        var x = call.inputs().get(0);
        var w = call.inputs().get(1);
        var dy = call.inputs().get(3);
        try (var made = new DnnConvolution(call, x.shape(), w.shape(), dy.shape())) {
            if (call.flags()[0]) {
                made.data(w, dy, call.outputs().get(0));
            }
            if (call.flags()[1] || call.flags()[2]) {
                made.learn(x, dy, call.outputs().get(1), call.outputs().get(2));
            }
            var kernel = new DnnKernel(call, List.copyOf(made.jobs), made.own, made.bytes);
            return made.sparse && call.flags()[0] ? new Cleared(call.outputs().get(0), kernel) : kernel;
        }
    }

    private void data(Tensor w, Tensor dy, Tensor dx) {
        try (var back = Convolution.backward(x, any, y, window, recipe);
                var best = back.weights()) {
            var gradients = sparse ? room() : dx.memory();
            jobs.add(new Job(
                    back,
                    new Use(Role.SOURCE_GRADIENT, x, gradients),
                    new Use(Role.WEIGHTS, best, inBlocks(w, best)),
                    new Use(Role.RESULT_GRADIENT, y, dy.memory())));
            if (sparse) {
                try (var spread = every(stride, dx.shape(), seen)) {
                    jobs.add(copy(x, gradients, spread, dx.memory()));
                }
            }
        }
    }

    /**
     * The pixels that the convolution sees. A window of one pixel may leave pixels out; those that it does see are a smaller picture, of which every pixel is seen, and
     * the library is three to ten times faster at that, what it costs to gather the pixels, and to spread their gradients, included.
     */
    private MemorySegment gathered(Tensor pixels) {
        if (!sparse) {
            return pixels.memory();
        }
        try (var spread = every(stride, pixels.shape(), seen)) {
            jobs.add(copy(spread, pixels.memory(), x, room()));
        }
        return room();
    }

    /** For a smaller picture: of gradients first, and once they are spread, of pixels. */
    private MemorySegment room() {
        if (room == null) {
            room = blocks(x);
        }
        return room;
    }

    private void learn(Tensor input, Tensor dy, Tensor dw, Tensor db) {
        try (var learn = Convolution.learning(x, any, b, y, window, recipe);
                var best = learn.weightGradients()) {
            var blocks = blocks(best);
            var pixels = gathered(input);
            jobs.add(new Job(
                    learn,
                    new Use(Role.SOURCE, x, pixels),
                    new Use(Role.WEIGHTS_GRADIENT, best, blocks),
                    new Use(Role.BIAS_GRADIENT, b, db.memory()),
                    new Use(Role.RESULT_GRADIENT, y, dy.memory())));
            jobs.add(copy(best, blocks, plain, dw.memory()));
        }
    }

    /** Memory for the weights as the library likes them, filled before what follows. */
    private MemorySegment inBlocks(Tensor w, Layout best) {
        var blocks = blocks(best);
        jobs.add(copy(plain, w.memory(), best, blocks));
        return blocks;
    }

    private MemorySegment blocks(Layout best) {
        bytes += best.bytes();
        return own.allocate(best.bytes(), ALIGNMENT);
    }

    private static Job copy(Layout from, MemorySegment source, Layout to, MemorySegment target) {
        try (var recipe = Reorder.of(from, to)) {
            return new Job(recipe, new Use(Role.SOURCE, from, source), new Use(Role.RESULT, to, target));
        }
    }

    /** Lines of zeros on both sides together. */
    private static int padding(int extent, int kernel, int stride) {
        return Math.max(0, (Math.ceilDiv(extent, stride) - 1) * stride + kernel - extent);
    }

    static Layout pictures(Shape shape) {
        long height = shape.extent(1);
        long width = shape.extent(2);
        long channels = shape.last();
        return Layout.strided(
                new long[] {shape.extent(0), channels, height, width},
                new long[] {height * width * channels, 1, width * channels, channels});
    }

    /** So many pixels of larger pictures, so far apart. */
    private static Layout every(int stride, Shape whole, Shape seen) {
        long channels = whole.last();
        long line = whole.extent(2) * channels;
        return Layout.strided(
                new long[] {seen.extent(0), channels, seen.extent(1), seen.extent(2)},
                new long[] {whole.extent(1) * line, 1, stride * line, stride * channels});
    }

    private static Layout weights(Shape shape) {
        long width = shape.extent(1);
        long channels = shape.extent(2);
        long filters = shape.last();
        return Layout.strided(
                new long[] {filters, channels, shape.extent(0), width},
                new long[] {1, filters, width * channels * filters, channels * filters});
    }

    /** What only making the kernel needed. */
    @Override
    public void close() {
        List.of(x, y, any, plain, b).forEach(Layout::close);
        recipe.close();
    }
}
