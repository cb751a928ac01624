package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.MaskExample;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Pictures;
import io.polyphony.frontend.component.Ui;
import java.util.List;

/** Some validation rows of a segmentation: the picture, the mask, what the trial drew. */
final class MaskPanel extends Div {
    MaskPanel(String task, List<MaskExample> examples) {
        addClassName("across");
        var rows = Ui.div("grid-2");
        examples.forEach(example -> rows.add(Pictures.beside(
                Pictures.of(example.picture(), "picture"),
                Pictures.of(example.truth(), "mask"),
                Pictures.of(example.drawn(), "drawn, IoU " + Numbers.metric(example.iou())))));
        add(new Panel(task + ": drawn and true", "Some validation rows, evenly taken.").with(rows));
    }
}
