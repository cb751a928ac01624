package io.polyphony.benchmarks.search;

import java.util.List;
import java.util.Locale;

/** What was measured, one JSON line each. */
final class Figures {

    private Figures() {}

    /** A figure with a bar that it has to reach. */
    static void atLeast(String name, double figure, double target) {
        print(name, figure, "at least", target, figure >= target);
    }

    /** A figure with a bar that it must not exceed. */
    static void atMost(String name, double figure, double target) {
        print(name, figure, "at most", target, figure <= target);
    }

    /** A figure without a bar. */
    static void plain(String name, double figure) {
        line("{\"bench\": \"hpo\", \"case\": \"%s\", \"figure\": %.4f}", name, figure);
    }

    /** The mean scores of a contender, without a bar. */
    static void means(Scores scores, String contender, String part, List<Integer> trials) {
        trials.forEach(count -> plain("%s at %d, %s".formatted(contender, count, part), scores.mean(contender, count)));
    }

    /** Why something was not measured. */
    static void skipped(String name, String reason) {
        line("{\"bench\": \"hpo\", \"case\": \"%s\", \"skipped\": \"%s\"}", name, reason.replace('"', '\''));
    }

    private static void print(String name, double figure, String bound, double target, boolean met) {
        line(
                "{\"bench\": \"hpo\", \"case\": \"%s\", \"figure\": %.4f, \"bound\": \"%s\", \"target\": %.4f, \"verdict\": \"%s\"}",
                name, figure, bound, target, met ? "met" : "short");
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
