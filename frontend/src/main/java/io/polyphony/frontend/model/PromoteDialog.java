package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.polyphony.backend.model.ModelView;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.function.Function;

/** Asks before the sealed test split is opened. */
public final class PromoteDialog extends Dialog {
    private static final String WARNING =
            " This opens the sealed test rows for it, once, and logs the look. The more one looks, the less test figures mean.";

    /**
     * @param what is promoted, as a title
     * @param explanation what that is, in a sentence
     * @param promote makes the model; gets its name, empty for the usual one
     * @param choices shown below its name
     */
    public PromoteDialog(String what, String explanation, Function<String, ModelView> promote, Component... choices) {
        setHeaderTitle(what);
        var name = new TextField("Name of the model");
        name.setPlaceholder("named after the experiment");
        name.setWidthFull();
        name.setMaxLength(200);
        var body = Ui.div("stack", new Paragraph(explanation + WARNING), name);
        body.add(choices);
        add(body);
        getFooter().add(Ui.button("Not yet", Glyph.BACK, this::close), Ui.primary("Promote", Glyph.AWARD, () -> {
            try {
                var model = promote.apply(name.getValue());
                close();
                ModelNavigation.open(model.id());
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
    }
}
