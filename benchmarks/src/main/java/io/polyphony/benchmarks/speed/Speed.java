package io.polyphony.benchmarks.speed;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Processor time per training step beside libtorch, one thread each: one JSON line per network, and their geometric mean, once beside libtorch as installed and once beside a tuned one; then
 * what share of the machine's peak that is, and, unless single networks were asked for, what a training takes besides time.
 * {@code Speed <class path of the referee> [case ...]}
 */
public final class Speed {
    /** The bar: two thirds of libtorch's time on each network, half of it on the mean. */
    private static final double TARGET = 0.65;

    private static final double MEAN_TARGET = 0.5;

    /** Of the peak, on those made of convolutions. */
    private static final double SHARE = 0.5;

    private static final Set<String> CONVOLUTIONS = Set.of("mnist-cnn", "resnet-10");

    private Speed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var asked = List.of(arguments).subList(1, arguments.length);
        var names = asked.isEmpty() ? List.copyOf(Cases.ALL.keySet()) : asked;
        for (var habit : Referee.Habit.values()) {
            shares(duels(arguments[0], habit, names));
        }
        if (asked.isEmpty()) {
            Allocation.measure(names);
            Neighbours.measure();
            Residence.inProcessesOfTheirOwn();
        }
    }

    private static Map<String, Duel.Result> duels(String classPath, Referee.Habit habit, List<String> names)
            throws IOException {
        var results = new LinkedHashMap<String, Duel.Result>();
        try (var referee = Referee.start(classPath, habit)) {
            for (var name : names) {
                var result = new Duel(Lesson.of(Cases.named(name)), referee).fight();
                results.put(name, result);
                Figures.duel(name, habit.title(), result, TARGET);
            }
        }
        double logs = results.values().stream()
                .mapToDouble(result -> Math.log(result.ratio()))
                .average()
                .orElse(0);
        Figures.mean(habit.title(), Math.exp(logs), MEAN_TARGET);
        return results;
    }

    private static void shares(Map<String, Duel.Result> results) {
        double peak = Peak.flops();
        Figures.plain("peak of one core, GFLOP/s", peak / 1e9);
        results.forEach((name, result) -> {
            String figure = "share of the peak, " + name;
            if (CONVOLUTIONS.contains(name)) {
                Figures.atLeast(figure, result.flops() / peak, SHARE);
            } else {
                Figures.plain(figure, result.flops() / peak);
            }
        });
    }
}
