package io.polyphony.benchmarks.search;

import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How long a suggestion of the default sampler takes, in processor time of its thread, so that other processes do not count. Its members take turns
 * and are not equally quick at first, so that there the slow tenth counts; later only one is asked, and the median counts.
 */
final class SpeedOfAsking {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 40;
    private static final int REPEATS = 20;
    private static final double SLOW = 0.9;
    private static final double MEDIAN = 0.5;
    private static final double NANOS = 1e6;

    private SpeedOfAsking() {}

    static void run() {
        Figures.atMost("milliseconds per suggestion at 200 trials in 20 dimensions", milliseconds(200, 20, SLOW), 200);
        Figures.atMost(
                "milliseconds per suggestion at 10000 trials in 20 dimensions", milliseconds(10_000, 20, MEDIAN), 20);
    }

    private static double milliseconds(int trials, int dimensions, double quantile) {
        var space = new SearchSpace(IntStream.range(0, dimensions)
                .<Parameter>mapToObj(k -> Parameter.real("x" + k, 0, 1))
                .toList());
        var study = new Study(
                space, List.of(Objective.minimize("loss")), Samplers.named("ensemble"), new NoPruner(), List.of(), 1);
        var random = new SplittableRandom(1);
        var history = new ArrayList<Trial>();
        for (int number = 0; number < trials; number++) {
            var at = space.sample(random);
            history.add(Trial.completed(number, at, at.real("x0") * at.real("x1") + at.real("x2")));
        }
        for (int i = 0; i < WARM_UP; i++) {
            study.ask(history);
        }
        var times = new double[REPEATS];
        for (int i = 0; i < times.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            var next = study.ask(history);
            times[i] = (THREADS.getCurrentThreadCpuTime() - start) / NANOS;
            history.add(Trial.completed(history.size(), next, 1.0));
        }
        Arrays.sort(times);
        return times[(int) (quantile * times.length)];
    }
}
