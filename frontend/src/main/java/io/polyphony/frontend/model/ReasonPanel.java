package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.polyphony.backend.model.RowReason;
import io.polyphony.engine.explanation.Attribution;
import io.polyphony.engine.explanation.RowExplanation;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.SignedBars;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.trial.TrialNavigation;

/** Why the model answers for one row as it does: what each input adds, and where in it. */
final class ReasonPanel extends Div {
    /** A larger part of the difference is worth a word. */
    private static final double GAP = 0.02;

    /** @param row its cells, to draw on pictures and name cells */
    ReasonPanel(RowReason reason, AskedRow row) {
        var explanation = reason.explanation();
        var panel = new Panel(title(explanation), sentence(reason)).with(inputs(explanation), legend());
        explanation.inputs().stream()
                .filter(input -> !(input instanceof Attribution.Whole))
                .forEach(input -> panel.with(new H3(input.input()), AttributionView.of(input, row)));
        panel.with(Ui.span("small muted", footnote(explanation)));
        if (reason.members() > 1) {
            panel.with(Ui.div(
                    "row",
                    Ui.span(
                            "small muted",
                            "%d networks answer together, so that the answer may be another; the one with the most say has %s of it."
                                    .formatted(reason.members(), Numbers.percent(reason.weight()))),
                    Ui.link(TrialNavigation.href(reason.trial()), "To its trial")));
        }
        add(panel);
    }

    private static String title(RowExplanation explanation) {
        return explanation.output().isEmpty()
                ? "Why this %s?".formatted(explanation.task())
                : "Why %s: %s?".formatted(explanation.task(), explanation.output());
    }

    private static String sentence(RowReason reason) {
        var explanation = reason.explanation();
        return "%s says %s. Of a row that tells nothing it would say %s: the inputs make the difference of %s."
                .formatted(
                        reason.members() > 1 ? "The network with the most say" : "The model",
                        Numbers.metric(explanation.value()),
                        Numbers.metric(explanation.baseline()),
                        Numbers.signed(explanation.value() - explanation.baseline()));
    }

    private static Component inputs(RowExplanation explanation) {
        return SignedBars.of(explanation.inputs().stream()
                .map(input -> SignedBars.Bar.of(name(input), input.total()))
                .toList());
    }

    private static String name(Attribution input) {
        return input instanceof Attribution.Whole && input.total() == 0 ? input.input() + " (missing)" : input.input();
    }

    private static Div legend() {
        return Ui.div("legend", sign("raises", "raises the answer"), sign("lowers", "lowers it"));
    }

    private static Span sign(String tone, String text) {
        var swatch = Ui.span("swatch " + tone, "");
        return new Span(swatch, Ui.span("", text));
    }

    private static String footnote(RowExplanation explanation) {
        var method = "Integrated gradients, %d steps from a row that tells nothing to this one."
                .formatted(explanation.steps());
        double difference = Math.abs(explanation.value() - explanation.baseline());
        return Math.abs(explanation.gap()) <= GAP * difference
                ? method
                : method
                        + " The sum stands for an integral and misses it by %s."
                                .formatted(Numbers.metric(Math.abs(explanation.gap())));
    }
}
