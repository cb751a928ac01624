package io.polyphony.benchmarks.speed;

import com.sun.management.ThreadMXBean;
import io.polyphony.engine.training.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training step allocates on the Java heap: an epoch of all batches beside an epoch of half as many, both trained until
 * nothing changes any more. What an epoch allocates however long it is, its reports, falls out. Outside of the heap there is one
 * arena, allocated before the first step.
 */
final class Allocation {
    private static final int EPOCHS = 12;

    /** The order of an epoch's rows and a batch's part of it. */
    private static final int BYTES_PER_ROW = 8;

    /** Room for a few small objects. Any array of numbers would take more. */
    private static final double FEW = 1024;

    private Allocation() {}

    static void measure(List<String> names) {
        for (var name : names) {
            var lesson = Lesson.of(Cases.named(name));
            int half = lesson.contest().steps() / 2;
            int steps = lesson.contest().steps() - half;
            double bytes = (perEpoch(lesson) - perEpoch(lesson.shortened(half))) / steps;
            Figures.atMost(
                    "bytes that a step allocates besides the numbers of its rows, " + name,
                    bytes - BYTES_PER_ROW * lesson.contest().batch(),
                    FEW);
        }
    }

    /** The median of the later epochs. */
    private static double perEpoch(Lesson lesson) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var bytes = new ArrayList<Double>();
        long[] mark = {threads.getCurrentThreadAllocatedBytes()};
        lesson.trainer(EPOCHS).run(null, (_, _) -> {
            bytes.add((double) (threads.getCurrentThreadAllocatedBytes() - mark[0]));
            mark[0] = threads.getCurrentThreadAllocatedBytes();
            return Verdict.CONTINUE;
        });
        return Duel.median(bytes.subList(EPOCHS / 2, EPOCHS));
    }
}
