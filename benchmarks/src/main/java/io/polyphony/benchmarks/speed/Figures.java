package io.polyphony.benchmarks.speed;

import java.util.Locale;

/** What was measured, one JSON line each. */
final class Figures {
    private Figures() {}

    static void duel(String name, String referee, Duel.Result result, double target) {
        line(
                "{\"bench\": \"engine\", \"case\": \"%s\", \"ours_ms\": %.3f, \"referee\": \"%s\", "
                        + "\"referee_ms\": %.3f, \"ratio\": %.3f, \"target\": %.2f, \"verdict\": \"%s\"}",
                name,
                result.ours(),
                referee,
                result.referee(),
                result.ratio(),
                target,
                verdict(result.ratio() <= target));
    }

    static void mean(String referee, double ratio, double target) {
        line(
                "{\"bench\": \"engine\", \"case\": \"geometric mean\", \"referee\": \"%s\", \"ratio\": %.3f, \"target\": %.2f, \"verdict\": \"%s\"}",
                referee, ratio, target, verdict(ratio <= target));
    }

    static void atLeast(String name, double figure, double target) {
        figure(name, figure, "at least", target, figure >= target);
    }

    static void atMost(String name, double figure, double target) {
        figure(name, figure, "at most", target, figure <= target);
    }

    static void plain(String name, double figure) {
        line("{\"bench\": \"engine\", \"case\": \"%s\", \"figure\": %.3f}", name, figure);
    }

    private static void figure(String name, double figure, String bound, double target, boolean met) {
        line(
                "{\"bench\": \"engine\", \"case\": \"%s\", \"figure\": %.3f, \"bound\": \"%s\", \"target\": %.3f, \"verdict\": \"%s\"}",
                name, figure, bound, target, verdict(met));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "short";
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
