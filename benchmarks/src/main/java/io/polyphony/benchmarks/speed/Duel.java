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
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 11;

    /**
     * Median processor milliseconds per step of both, and the median of the rounds' ratios.
     *
     * @param flops floating point operations per second that ours does
     */
    record Result(double ours, double referee, double ratio, double flops) {}

    private final Lesson lesson;
    private final Referee referee;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private long mark;

    Duel(Lesson lesson, Referee referee) {
        this.lesson = lesson;
        this.referee = referee;
    }

    Result fight() {
        referee.open(lesson.contest().name(), lesson.sizes());
        var trainer = lesson.trainer(WARM_UP + ROUNDS);
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
        double other = referee.run(steps);
        if (report.epoch() > WARM_UP) {
            ours.add(mine);
            theirs.add(other);
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
