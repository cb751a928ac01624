package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small bars without a chart library: progress, histograms, rankings, waveforms. */
public final class Bars {
    private Bars() {}

    /** @param fraction 0 to 1; NaN while it is not known */
    public static Div progress(double fraction, String label) {
        var bar = Ui.div("bar");
        boolean known = Double.isFinite(fraction);
        bar.getElement().setAttribute("role", "progressbar").setAttribute("aria-label", label);
        if (known) {
            bar.getStyle().set("--p", number(fraction));
            bar.getElement().setAttribute("aria-valuenow", String.valueOf(Math.round(fraction * 100)));
        } else {
            bar.addClassName("wait");
        }
        return bar;
    }

    /** Upright bars, the highest filling the height. */
    public static Div histogram(List<? extends Number> counts, String label) {
        var spark = Ui.div("spark");
        spark.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        double most = counts.stream().mapToDouble(Number::doubleValue).max().orElse(1);
        for (var count : counts) {
            spark.getElement().appendChild(bar(count.doubleValue() / Math.max(most, 1e-12)));
        }
        return spark;
    }

    /** Lying bars with names and counts, as given, at most {@code limit}. */
    public static Div ranking(Map<String, Long> counts, long total, int limit) {
        var ranks = Ui.div("ranks");
        counts.entrySet().stream().limit(limit).forEach(entry -> {
            double share = total == 0 ? 0 : (double) entry.getValue() / total;
            ranks.add(rank(entry.getKey(), share, Numbers.count(entry.getValue()) + " · " + Numbers.percent(share)));
        });
        return more(ranks, counts.size() - limit);
    }

    /** Lying bars with names and shares of one, greatest first, at most {@code limit}. */
    public static Div shares(Map<String, Double> shares, int limit) {
        var ranks = Ui.div("ranks");
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(limit)
                .forEach(entry -> ranks.add(rank(entry.getKey(), entry.getValue(), Numbers.percent(entry.getValue()))));
        return more(ranks, shares.size() - limit);
    }

    /**
     * A lying bar with a name.
     *
     * @param share of the longest bar, 0 to 1
     */
    public record Bar(String name, double share, String figure) {}

    /** Lying bars as given, at most {@code limit}. */
    public static Div lying(List<Bar> bars, int limit) {
        var ranks = Ui.div("ranks");
        bars.stream().limit(limit).forEach(bar -> ranks.add(rank(bar.name(), bar.share(), bar.figure())));
        return more(ranks, bars.size() - limit);
    }

    private static Div rank(String name, double share, String figure) {
        var rank = Ui.div("rank", Ui.span("", name.isEmpty() ? "(empty)" : name), Ui.span("num muted", figure));
        rank.getStyle().set("--v", number(share));
        rank.setTitle(name);
        return rank;
    }

    private static Div more(Div ranks, int hidden) {
        if (hidden > 0) {
            ranks.add(Ui.span("small muted", "and " + Numbers.count(hidden) + " more"));
        }
        return ranks;
    }

    private static Element bar(double height) {
        var bar = new Element("i");
        bar.getStyle().set("--v", number(height));
        return bar;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", Math.clamp(value, 0, 1));
    }
}
