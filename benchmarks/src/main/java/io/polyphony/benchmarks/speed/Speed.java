package io.polyphony.benchmarks.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Processor time per training step beside libtorch, one thread each: one JSON line per network, and their geometric mean.
 * {@code Speed <class path of the referee> [case ...]}
 */
public final class Speed {
    /** The bar: two thirds of libtorch's time on each network, half of it on the mean. */
    private static final double TARGET = 0.65;

    private static final double MEAN_TARGET = 0.5;

    private Speed() {}

    public static void main(String[] arguments) throws IOException {
        var names = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.copyOf(Cases.ALL.keySet());
        var ratios = new ArrayList<Double>();
        try (var referee = Referee.start(arguments[0])) {
            for (var name : names) {
                var result = new Duel(find(name), referee).fight();
                ratios.add(result.ratio());
                print(name, result.ours(), result.referee(), result.ratio(), TARGET);
            }
        }
        double mean = Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0));
        System.out.printf(
                Locale.ROOT,
                "{\"bench\": \"engine\", \"case\": \"geometric mean\", \"ratio\": %.3f, \"target\": %.2f, \"verdict\": \"%s\"}%n",
                mean,
                MEAN_TARGET,
                verdict(mean, MEAN_TARGET));
    }

    private static Case find(String name) {
        var supplier = Cases.ALL.get(name);
        if (supplier == null) {
            throw new IllegalArgumentException(
                    "There is no case (%s). Maybe one of %s.".formatted(name, Cases.ALL.keySet()));
        }
        return supplier.get();
    }

    private static void print(String name, double ours, double referee, double ratio, double target) {
        System.out.printf(
                Locale.ROOT,
                "{\"bench\": \"engine\", \"case\": \"%s\", \"ours_ms\": %.3f, \"referee\": \"libtorch\", "
                        + "\"referee_ms\": %.3f, \"ratio\": %.3f, \"target\": %.2f, \"verdict\": \"%s\"}%n",
                name,
                ours,
                referee,
                ratio,
                target,
                verdict(ratio, target));
    }

    private static String verdict(double ratio, double target) {
        return ratio <= target ? "met" : "short";
    }
}
