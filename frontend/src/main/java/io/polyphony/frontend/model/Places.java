package io.polyphony.frontend.model;

import io.polyphony.engine.explanation.Attribution;
import io.polyphony.frontend.component.Numbers;
import java.util.function.IntToDoubleFunction;

/** Where in an input the shares lie, in words. */
final class Places {
    private static final double MOST = 0.5;

    private Places() {}

    /** How much a channel counts, whichever way. */
    static double weight(Attribution.Steps steps, int channel) {
        double sum = level(steps, channel) < 0 ? -level(steps, channel) : level(steps, channel);
        for (float share : steps.shares()[channel]) {
            sum += Math.abs(share);
        }
        return sum;
    }

    /** What a channel adds in all. */
    static double sum(Attribution.Steps steps, int channel) {
        double sum = level(steps, channel);
        for (float share : steps.shares()[channel]) {
            sum += share;
        }
        return sum;
    }

    private static double level(Attribution.Steps steps, int channel) {
        return channel < steps.levels().length ? steps.levels()[channel] : 0;
    }

    static String told(Attribution.Pixels pixels) {
        var columns = span(pixels.width(), x -> column(pixels, x));
        var rows = span(pixels.height(), y -> row(pixels, y));
        return "Half of what counts lies between %s and %s of the width and between %s and %s of the height, from the upper left."
                .formatted(
                        share(columns[0], pixels.width()),
                        share(columns[1] + 1, pixels.width()),
                        share(rows[0], pixels.height()),
                        share(rows[1] + 1, pixels.height()));
    }

    private static String share(int at, int all) {
        return Numbers.percent((double) at / all);
    }

    private static double column(Attribution.Pixels pixels, int x) {
        double sum = 0;
        for (int y = 0; y < pixels.height(); y++) {
            sum += Math.abs(pixels.shares()[y * pixels.width() + x]);
        }
        return sum;
    }

    private static double row(Attribution.Pixels pixels, int y) {
        double sum = 0;
        for (int x = 0; x < pixels.width(); x++) {
            sum += Math.abs(pixels.shares()[y * pixels.width() + x]);
        }
        return sum;
    }

    static String told(Attribution.Sound sound) {
        int bands = sound.hertz().length;
        int frames = sound.shares().length / Math.max(1, bands);
        var time = span(frames, frame -> {
            double sum = 0;
            for (int band = 0; band < bands; band++) {
                sum += Math.abs(sound.shares()[frame * bands + band]);
            }
            return sum;
        });
        return "Half of what counts lies between %s and %s s."
                .formatted(
                        Numbers.metric(sound.start() + time[0] * sound.step()),
                        Numbers.metric(sound.start() + (time[1] + 1) * sound.step()));
    }

    static String told(Attribution.Steps steps, int channel) {
        var shares = steps.shares()[channel];
        var span = span(shares.length, step -> Math.abs(shares[step]));
        var level = level(steps, channel);
        return "Half of what counts lies %d to %d steps back.%s"
                .formatted(
                        shares.length - span[1] - 1,
                        shares.length - span[0] - 1,
                        level == 0 ? "" : " Its last level alone adds %s.".formatted(Numbers.signed(level)));
    }

    /** The shortest stretch of places that holds half of what there is; its first and last place. */
    static int[] span(int places, IntToDoubleFunction size) {
        var sums = new double[places + 1];
        for (int i = 0; i < places; i++) {
            sums[i + 1] = sums[i] + size.applyAsDouble(i);
        }
        int[] best = {0, Math.max(0, places - 1)};
        int from = 0;
        for (int to = 0; to < places; to++) {
            while (from < to && sums[to + 1] - sums[from + 1] >= MOST * sums[places]) {
                from++;
            }
            if (sums[to + 1] - sums[from] >= MOST * sums[places] && to - from < best[1] - best[0]) {
                best = new int[] {from, to};
            }
        }
        return best;
    }
}
