package io.polyphony.frontend.trial;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.polyphony.backend.model.ModelService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.model.ModelNavigation;

/** Asks before the sealed test split is opened. */
final class PromoteDialog extends Dialog {
    PromoteDialog(ModelService models, Actor actor, TrialView trial) {
        setHeaderTitle("Promote trial " + trial.number());
        var name = new TextField("Name of the model");
        name.setPlaceholder("named after the experiment");
        name.setWidthFull();
        name.setMaxLength(200);
        add(Ui.div(
                "stack",
                new Paragraph(
                        "This opens the sealed test rows for this trial, once, and logs the look. The more trials one looks at, the less their test figures mean."),
                name));
        getFooter().add(Ui.button("Not yet", Glyph.BACK, this::close), Ui.primary("Promote", Glyph.AWARD, () -> {
            try {
                var model = models.promote(actor, trial.id(), name.isEmpty() ? null : name.getValue());
                close();
                ModelNavigation.open(model.id());
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
    }
}
