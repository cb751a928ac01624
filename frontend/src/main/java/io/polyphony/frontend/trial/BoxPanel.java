package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.BoxExample;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Pictures;
import io.polyphony.frontend.component.Ui;
import java.util.List;

/** Some validation rows of a detection: pictures with their true boxes, and those that the trial found. */
final class BoxPanel extends Div {
    BoxPanel(String task, List<BoxExample> examples) {
        addClassName("across");
        var rows = Ui.div("grid-fit");
        examples.forEach(example -> rows.add(Pictures.of(
                example.picture(),
                "%d true, %d found"
                        .formatted(example.truth().size(), example.found().size()))));
        add(new Panel(
                        task + ": found and true",
                        "Some validation rows, evenly taken. Green boxes are true; orange ones were found with a probability of at least 0.3.")
                .with(rows));
    }
}
