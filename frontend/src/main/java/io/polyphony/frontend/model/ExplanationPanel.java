package io.polyphony.frontend.model;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.model.ExplanationView;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.model.ModelView;
import io.polyphony.backend.security.Actor;
import io.polyphony.engine.explanation.Explanation;
import io.polyphony.frontend.component.Bars;
import io.polyphony.frontend.component.Live;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import org.jspecify.annotations.Nullable;

/** What the model's answers rest on: computed when the page is first opened, with a bar that tells how far it is. */
final class ExplanationPanel extends Div {
    private static final String TITLE = "What its answers rest on";
    private final Div tasks = Ui.div("grid-fit below");
    private final Div whatIf = Ui.div("below");
    private final Panel panel = new Panel(TITLE, "Measured on validation rows.");
    private @Nullable ExplanationView shown;

    ExplanationPanel(ModelService models, Actor actor, ModelView model, Live live) {
        add(panel.with(Ui.skeleton(2)), whatIf, tasks);
        whatIf.setVisible(false);
        tasks.setVisible(false);
        live.watch(
                this, new EventFilter.OfTrial(model.trial()), () -> models.explanation(actor, model.id()), this::show);
    }

    private void show(ExplanationView view) {
        if (view.equals(shown) || shown != null && shown.explanation() != null) {
            return;
        }
        shown = view;
        var explanation = view.explanation();
        if (explanation != null) {
            show(explanation);
        } else if (view.problem() != null) {
            panel.show(Ui.notice("warn", view.problem()));
        } else {
            panel.show(Ui.div(
                    "stack tight",
                    Bars.progress(view.progress(), "How far the explanation is"),
                    Ui.span(
                            "small muted num",
                            "The columns are shuffled, one after the other: %s done."
                                    .formatted(Numbers.percent(view.progress())))));
        }
    }

    private void show(Explanation explanation) {
        panel.show(Ui.span(
                "small muted",
                "%s rows, each column shuffled %d times. A column that the model does not use costs nothing when it is shuffled."
                        .formatted(Numbers.count(explanation.rows()), explanation.repeats())));
        whatIf.add(new WhatIfPanel(explanation));
        explanation.tasks().forEach(task -> tasks.add(new NeedsPanel(task, explanation.listening())));
        whatIf.setVisible(true);
        tasks.setVisible(true);
    }
}
