package io.polyphony.frontend.component;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The course of a series, as small as a word: a line for each channel, each on a scale of its own; a gap where a step is not known. */
public final class Sparkline {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 40;
    /** So that a line at its highest is not cut. */
    private static final double EDGE = 1.5;

    private static final int MOST_CHANNELS = 8;

    private Sparkline() {}

    /**
     * Draws a series.
     *
     * @param channels steps of each, NaN where not known; of more than 8 the first 8 are drawn
     * @param label what it is, for those who do not see it
     */
    public static Div of(List<double[]> channels, String label) {
        var lines = new StringBuilder();
        for (int i = 0; i < Math.min(channels.size(), MOST_CHANNELS); i++) {
            lines.append("<path d=\"%s\" style=\"stroke:%s\"/>".formatted(path(channels.get(i)), Palette.task(i)));
        }
        var drawing = new Svg("<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">%s</svg>"
                .formatted(WIDTH, HEIGHT, lines));
        var spark = Ui.div("sparkline", drawing);
        spark.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        spark.setTitle(label);
        return spark;
    }

    /** A channel as SVG writes lines: of each pixel of width the lowest and the highest step, in the order in which they come. */
    static String path(double[] steps) {
        double low = known(steps, 0, steps.length).min().orElse(0);
        double high = known(steps, 0, steps.length).max().orElse(0);
        var path = new StringBuilder();
        var pen = "M";
        for (int at : drawn(steps)) {
            if (Double.isNaN(steps[at])) {
                pen = "M";
                continue;
            }
            double x = steps.length == 1 ? 0 : (double) WIDTH * at / (steps.length - 1);
            double height = high > low ? (steps[at] - low) / (high - low) : 0.5;
            double y = HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen, x, y));
            pen = "L";
        }
        return path.toString();
    }

    private static DoubleStream known(double[] steps, int from, int to) {
        return Arrays.stream(steps, from, to).filter(Double::isFinite);
    }

    /** Which steps are drawn: all, or of each pixel those that say how far it reaches. */
    private static int[] drawn(double[] steps) {
        if (steps.length <= 2 * WIDTH) {
            return IntStream.range(0, steps.length).toArray();
        }
        return IntStream.range(0, WIDTH)
                .flatMap(pixel -> extremes(steps, (int) ((long) pixel * steps.length / WIDTH), (int)
                        ((pixel + 1L) * steps.length / WIDTH)))
                .toArray();
    }

    private static IntStream extremes(double[] steps, int from, int to) {
        int low = from;
        int high = from;
        for (int i = from; i < to; i++) {
            low = Double.isNaN(steps[low]) || steps[i] < steps[low] ? i : low;
            high = Double.isNaN(steps[high]) || steps[i] > steps[high] ? i : high;
        }
        return IntStream.of(low, high).sorted().distinct();
    }
}
