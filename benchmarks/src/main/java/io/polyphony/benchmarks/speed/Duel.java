package io.polyphony.benchmarks.speed;

import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One network trained by both, round by round in turns, so that what else the machine does falls on both. The engine's
 * rounds are whole epochs: filling the batches and one validation row are timed with them.
 */
final class Duel {
    /** Steps after which the engine's own code is compiled to the end, as it is for nearly all of a training. */
    private static final int WARM_UP = 300;

    /** Rounds of the warm-up that the referee takes part in: its code is compiled already. */
    private static final int WARM_UP_TOGETHER = 4;

    private static final int ROUNDS = 11;

    /**
     * Median processor milliseconds per step of both, and the median of the rounds' ratios.
     *
     * @param flops floating point operations per second that ours does
     */
    record Result(double ours, double referee, double ratio, double flops) {}

    private final Lesson lesson;
    private final Referee referee;
    private final int warmUp;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private long mark;

    Duel(Lesson lesson, Referee referee) {
        this.lesson = lesson;
        this.referee = referee;
        warmUp = Math.max(
                WARM_UP_TOGETHER, Math.ceilDiv(WARM_UP, lesson.contest().steps()));
    }

    Result fight() {
        referee.open(lesson.contest().name(), lesson.sizes());
        var trainer = lesson.trainer(warmUp + ROUNDS);
        mark = processor();
        trainer.run(null, (report, _) -> round(report));
        var ratios = IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i) / theirs.get(i))
                .toList();
        double step = median(ours);
        double work = (double) lesson.memory().flopsPerRow() * lesson.contest().batch();
        return new Result(step, median(theirs), median(ratios), work / step * 1e3);
    }

    private Verdict round(EpochReport report) {
        int steps = lesson.contest().steps();
        double mine = (processor() - mark) / 1e6 / steps;
        if (report.epoch() > warmUp - WARM_UP_TOGETHER) {
            double other = referee.run(steps);
            if (report.epoch() > warmUp) {
                ours.add(mine);
                theirs.add(other);
            }
        }
        mark = processor();
        return Verdict.CONTINUE;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Nanoseconds of this thread alone, so that a busy machine measures the same. */
    static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
