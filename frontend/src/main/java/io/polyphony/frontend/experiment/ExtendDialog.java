package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.polyphony.backend.experiment.BudgetRequest;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.function.Consumer;

/** Asks how much more an experiment may spend. */
final class ExtendDialog extends Dialog {
    ExtendDialog(Consumer<BudgetRequest> extend) {
        setHeaderTitle("Extend the budget");
        var trials = new IntegerField("More trials");
        trials.setMin(1);
        trials.setMax(100_000);
        trials.setValue(20);
        trials.setStepButtonsVisible(true);
        var minutes = new NumberField("More minutes");
        minutes.setMin(0.1);
        minutes.setPlaceholder("none");
        add(Ui.div("stack", new Paragraph("The search goes on from what it has learned so far."), trials, minutes));
        getFooter().add(Ui.button("Not now", Glyph.BACK, this::close), Ui.primary("Extend", Glyph.TIMER, () -> {
            try {
                extend.accept(new BudgetRequest(trials.getValue(), minutes.getValue()));
                close();
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
    }
}
