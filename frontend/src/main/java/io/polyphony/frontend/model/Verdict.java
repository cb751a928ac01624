package io.polyphony.frontend.model;

import com.vaadin.flow.component.html.Div;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.Locale;

/**
 * What a difference between two models means.
 *
 * @param outcome of the first one
 */
record Verdict(String metric, Bootstrap.Difference difference, Outcome outcome) {

    /** Better or worse by more than chance explains, or not told apart. */
    enum Outcome {
        BETTER,
        WORSE,
        ALIKE
    }

    static Verdict of(String metric, Bootstrap.Difference difference) {
        boolean higher = Metrics.info(metric).higherIsBetter();
        var outcome = difference.low() > 0
                ? higher ? Outcome.BETTER : Outcome.WORSE
                : difference.high() < 0 ? higher ? Outcome.WORSE : Outcome.BETTER : Outcome.ALIKE;
        return new Verdict(metric, difference, outcome);
    }

    String word() {
        return switch (outcome) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case ALIKE -> same() ? "the same" : "no telling";
        };
    }

    private boolean same() {
        return difference.low() == 0 && difference.high() == 0;
    }

    String tone() {
        return switch (outcome) {
            case BETTER -> "up";
            case WORSE -> "down";
            case ALIKE -> "muted";
        };
    }

    String sentence(String first, String second) {
        var label = io.polyphony.frontend.experiment.Metrics.label(metric);
        var size = Numbers.metric(Math.abs(difference.value()));
        var range = "the difference lies between %s and %s"
                .formatted(Numbers.signed(difference.low()), Numbers.signed(difference.high()));
        if (same()) {
            return "In %s there is no difference at all: both answer alike.".formatted(label);
        }
        return switch (outcome) {
            case BETTER ->
                "%s is better: its %s differs by %s for the better, and %s.".formatted(first, label, size, range);
            case WORSE ->
                "%s is better: its %s differs by %s for the better, and %s, seen from here."
                        .formatted(second, label, size, range);
            case ALIKE -> "These rows cannot tell them apart in %s: %s, so it may be chance.".formatted(label, range);
        };
    }

    /** The difference with its interval, on a line of its own scale with 0 in its middle. */
    Div interval() {
        double reach = Math.max(Math.max(Math.abs(difference.low()), Math.abs(difference.high())), 1e-12);
        var bar = Ui.div("whisker " + tone());
        bar.getStyle()
                .set("--from", place(difference.low() / reach))
                .set("--to", place(difference.high() / reach))
                .set("--at", place(difference.value() / reach));
        bar.getElement().setAttribute("aria-hidden", "true");
        return Ui.div(
                "figure",
                Ui.span("", Numbers.signed(difference.value())),
                bar,
                Ui.span(
                        "small muted",
                        "%s to %s".formatted(Numbers.signed(difference.low()), Numbers.signed(difference.high()))));
    }

    private static String place(double share) {
        return String.format(Locale.ROOT, "%.4f", Math.clamp((share + 1) / 2, 0, 1));
    }
}
