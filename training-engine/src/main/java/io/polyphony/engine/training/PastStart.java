package io.polyphony.engine.training;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.head.OwnPast;
import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Lets forecasts begin at the linear map of their own past that tells train rows best, found in closed form: the rest of the
 * network learns what that leaves. What wanders is told best by its last value, and then the map stays at zero, which steps by
 * gradients would not leave it.
 *
 * @param evenWindows whether windows of every size count alike, as {@link io.polyphony.engine.loss.LossSpec} says
 */
record PastStart(ToldPasts pasts, boolean evenWindows) {
    /** Neighbouring windows are nearly the same; so many of all tasks together tell as much as all. */
    private static final int SAMPLE = 65_536;

    private static final int BLOCKS = 4;

    /** Solving takes the cube of it; steps farther back are left to the training. */
    private static final int NEAREST = 512;

    /** Puts the maps into the network. */
    void fit(Parameters parameters) {
        pasts.told()
                .forEach((input, groups) -> groups.forEach((horizon, tasks) -> {
                    var past = new Past(input, tasks.stream().map(this::labels).toList());
                    var blocks = past.blocks();
                    if (blocks.size() > 1) {
                        Ridge.write(
                                new Ridge(past.seen(), Ridge.NOISY).map(blocks), OwnPast.weight(horizon), parameters);
                    }
                }));
    }

    /** The past of some columns, and what came. */
    private final class Past {
        private final InputSpec input;
        private final List<TaskLabels> tasks;
        private final InputFeatures features;
        private final Block.Dense series;
        private final Block.Dense lasts;
        private final Block.@Nullable Dense units;
        private final Products products;

        Past(InputSpec input, List<TaskLabels> tasks) {
            this.input = input;
            this.tasks = tasks;
            this.features = Objects.requireNonNull(pasts.train().inputs().get(input.name()));
            this.series = Objects.requireNonNull(pasts.block(input, InputLayout.SERIES));
            this.lasts = Objects.requireNonNull(pasts.block(input, InputLayout.LAST));
            this.units = pasts.block(input, InputLayout.SCALE);
            this.products = new Products(seen() + tasks.getFirst().width());
        }

        private int steps() {
            return series.shape()[0];
        }

        /** The last ones of these. */
        int seen() {
            return Math.min(steps(), NEAREST);
        }

        /** Of consecutive rows each; none where too little is known. */
        List<DMatrixRMaj> blocks() {
            int stride = (int) Math.ceilDiv((long) pasts.train().rows() * tasks.size(), SAMPLE);
            var blocks = new ArrayList<DMatrixRMaj>();
            for (int block = 0; block < BLOCKS; block++) {
                int from = (int) ((long) pasts.train().rows() * block / BLOCKS);
                int to = (int) ((long) pasts.train().rows() * (block + 1) / BLOCKS);
                if (IntStream.iterate(from, row -> row < to, row -> row + stride)
                                .map(this::add)
                                .sum()
                        > 0) {
                    blocks.add(products.take());
                }
            }
            return blocks;
        }

        /** How many windows of the row are known and were taken in. */
        private int add(int row) {
            int added = 0;
            for (var labels : tasks) {
                if (features.present()[row] && known(labels, row)) {
                    write(labels, row);
                    products.add();
                    added++;
                }
            }
            return added;
        }

        private void write(TaskLabels labels, int row) {
            var numbers = products.row();
            int channels = lasts.size();
            int channel = input.columns().indexOf(labels.task());
            int seen = seen();
            int first = row * steps() + steps() - seen;
            float unit = units == null ? 1 : units.values()[row * channels + channel];
            float size = evenWindows ? 1 : unit;
            for (int step = 0; step < seen; step++) {
                numbers[step] = size * series.values()[(first + step) * channels + channel];
            }
            float last = lasts.values()[row * channels + channel];
            float move = 0;
            for (int step = 0; step < labels.width(); step++) {
                int at = row * labels.width() + step;
                move = labels.mask()[at] > 0 ? labels.values()[at] - last : move;
                numbers[seen + step] = size * move / unit;
            }
        }
    }

    /** Whether most of it is: gaps repeat the step before them, as those of the past do. */
    private static boolean known(TaskLabels labels, int row) {
        long steps = IntStream.range(row * labels.width(), (row + 1) * labels.width())
                .filter(i -> labels.mask()[i] > 0)
                .count();
        return 2 * steps > labels.width();
    }

    private TaskLabels labels(String task) {
        return Validation.labels(pasts.train(), task);
    }
}
