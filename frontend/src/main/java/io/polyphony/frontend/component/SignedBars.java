package io.polyphony.frontend.component;

import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Bars to both sides of a middle line: what raises a number and what lowers it. */
public final class SignedBars {
    private SignedBars() {}

    /** A named number. */
    public record Bar(String name, double value, String figure) {
        /** With the number as its figure. */
        public static Bar of(String name, double value) {
            return new Bar(name, value, Numbers.signed(value));
        }
    }

    /** The longest first, at most {@code limit}; the rest is summed up. */
    public static Div sorted(List<Bar> bars, int limit) {
        var sorted = bars.stream()
                .sorted(Comparator.comparingDouble((Bar bar) -> -Math.abs(bar.value())))
                .toList();
        var shown = of(sorted.stream().limit(limit).toList());
        if (sorted.size() > limit) {
            double rest = sorted.stream().skip(limit).mapToDouble(Bar::value).sum();
            shown.add(Ui.span(
                    "small muted", "and %d more, together %s".formatted(sorted.size() - limit, Numbers.signed(rest))));
        }
        return shown;
    }

    /** In their order. */
    public static Div of(List<Bar> bars) {
        double reach = bars.stream()
                .mapToDouble(bar -> Math.abs(bar.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        var all = Ui.div("signed-bars");
        all.getElement().setAttribute("role", "list");
        for (var bar : bars) {
            all.add(line(bar, bar.value() / Math.max(1e-30, reach)));
        }
        return all;
    }

    private static Div line(Bar bar, double share) {
        var track = Ui.div("track " + (share < 0 ? "lowers" : "raises"));
        track.getStyle().set("--v", String.format(Locale.ROOT, "%.4f", Math.clamp(Math.abs(share), 0, 1)));
        track.getElement().setAttribute("aria-hidden", "true");
        var line = Ui.div("signed-bar", Ui.span("name", bar.name()), track, Ui.span("num muted", bar.figure()));
        line.getElement().setAttribute("role", "listitem");
        line.setTitle(bar.name());
        return line;
    }
}
