package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a search begins with, and what ends it before its budget does. */
final class OutsetPanel extends Div {
    private final Draft draft;
    private final Runnable changed;

    OutsetPanel(Draft draft, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        addClassName("stack");
        add(
                new Panel(
                                "When is it enough?",
                                "The search may end before its budget is used up. Left empty, it does not.")
                        .with(Ui.div("row fields", enough(), leastGain())),
                new Panel("What does it begin with?").with(warmStart()));
    }

    private NumberField enough() {
        var enough = share("Score that is enough", draft.enough, value -> draft.enough = value);
        enough.setHelperText("0 is as good as always guessing the same, 1 is perfect: such as 0.9");
        return enough;
    }

    private NumberField leastGain() {
        var gain = share("Least expected gain", draft.leastGain, value -> draft.leastGain = value);
        gain.setHelperText("It ends when more trials promise less than this: such as 0.01");
        return gain;
    }

    private NumberField share(String label, @Nullable Double value, Consumer<@Nullable Double> set) {
        var field = new NumberField(label);
        field.setMin(0);
        field.setMax(1);
        field.setStep(0.001);
        field.setValue(value);
        field.addValueChangeListener(change -> {
            set.accept(change.getValue());
            changed.run();
        });
        return field;
    }

    private Checkbox warmStart() {
        var warm = new Checkbox("Begin with what did well in earlier experiments of the project", draft.warmStart);
        warm.setHelperText(
                "At most one in eight trials. Each tells which trial of which experiment it comes from; the review names them.");
        warm.addValueChangeListener(change -> {
            draft.warmStart = change.getValue();
            changed.run();
        });
        return warm;
    }
}
