package io.polyphony.benchmarks.search;

import io.polyphony.hpo.analysis.ParetoFront;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How long it takes to keep the Pareto front of 100 000 trials up to date, in processor time, asked for after every hundredth of them. */
final class SpeedOfFronts {

    private static final int TRIALS = 100_000;
    private static final int READ_EVERY = 100;
    private static final int REPEATS = 7;
    private static final double NANOS = 1e6;

    private SpeedOfFronts() {}

    static void run() {
        for (int objectives : List.of(2, 3)) {
            var wanted = Stream.of("first", "second", "third")
                    .limit(objectives)
                    .map(Objective::minimize)
                    .toList();
            List<Trial> trials = trials(objectives);
            var times = new double[REPEATS];
            Arrays.setAll(times, _ -> milliseconds(wanted, trials));
            Arrays.sort(times);
            Figures.atMost(
                    "milliseconds for the front of 100000 trials of %d objectives".formatted(objectives),
                    times[REPEATS / 2],
                    200);
        }
    }

    private static double milliseconds(List<Objective> objectives, List<Trial> trials) {
        long start = processor();
        var front = new ParetoFront(objectives);
        for (Trial trial : trials) {
            front.add(trial);
            if (trial.number() % READ_EVERY == 0) {
                front.trials();
            }
        }
        front.trials();
        return (processor() - start) / NANOS;
    }

    private static List<Trial> trials(int objectives) {
        var random = new SplittableRandom(1);
        var nothing = new Assignment(Map.of());
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < TRIALS; number++) {
            trials.add(Trial.completed(
                    number,
                    nothing,
                    Stream.generate(random::nextDouble).limit(objectives).toArray(Double[]::new)));
        }
        return trials;
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
