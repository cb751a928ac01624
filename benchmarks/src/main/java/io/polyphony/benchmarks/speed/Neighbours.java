package io.polyphony.benchmarks.speed;

import io.polyphony.engine.training.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** How many trainings at once, one per core, get done in the time of one alone; alone and together in turns. */
final class Neighbours {
    private static final String CASE = "multi-modal";
    private static final int EPOCHS = 10;
    private static final int ROUNDS = 5;
    private static final double SHARE = 0.9;

    private Neighbours() {}

    static void measure() throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        var lesson = Lesson.of(Cases.named(CASE));
        seconds(lesson, cores);
        var gains = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double alone = seconds(lesson, 1);
            gains.add(cores * alone / seconds(lesson, cores));
        }
        Figures.atLeast(
                "trainings done by %d cores in the time of one by one".formatted(cores),
                Duel.median(gains),
                SHARE * cores);
    }

    private static double seconds(Lesson lesson, int trainings) throws InterruptedException {
        long started = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(trainings)) {
            threads.invokeAll(tasks(lesson, trainings));
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static List<Callable<Object>> tasks(Lesson lesson, int trainings) {
        return Stream.<Callable<Object>>generate(
                        () -> () -> lesson.trainer(EPOCHS).run(null, (_, _) -> Verdict.CONTINUE))
                .limit(trainings)
                .toList();
    }
}
