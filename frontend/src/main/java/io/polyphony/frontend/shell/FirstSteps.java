package io.polyphony.frontend.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.dataset.DatasetNavigation;
import io.polyphony.frontend.experiment.ExperimentNavigation;

/** The way from an empty installation to a first comparison. */
final class FirstSteps extends Div {
    FirstSteps() {
        addClassName("grid-3");
        add(
                step(
                        Glyph.UPLOAD,
                        "1. Bring data",
                        "A CSV, Excel or JSON Lines file, or a ZIP with one such table and the images, sounds, texts or series that its columns name.",
                        DatasetNavigation.LIST),
                step(
                        Glyph.EXPERIMENT,
                        "2. Start an experiment",
                        "Name the columns to predict and a budget. Good choices are made where you make none.",
                        ExperimentNavigation.WIZARD),
                step(
                        Glyph.CURVE,
                        "3. Compare",
                        "See what each fusion and each weighting does to every task, while the trials run.",
                        ExperimentNavigation.LIST));
    }

    private static Anchor step(Glyph glyph, String title, String text, String href) {
        var card = new Anchor(href, Ui.div("medal", glyph.icon()), new H2(title), new Paragraph(text));
        card.addClassNames("panel", "card", "first-step");
        return card;
    }
}
