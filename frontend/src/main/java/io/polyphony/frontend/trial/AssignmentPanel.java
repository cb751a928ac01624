package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.frontend.component.Chosen;
import io.polyphony.frontend.component.Facts;
import io.polyphony.frontend.component.Panel;

/** What was chosen for this trial, by parameter. */
final class AssignmentPanel extends Div {
    AssignmentPanel(TrialView trial) {
        var facts = new Facts()
                .fact("Tasks", String.join(", ", trial.tasks()))
                .fact("Inputs", String.join(", ", trial.inputs()));
        trial.assignment().forEach((name, value) -> facts.fact(Chosen.title(name), Chosen.value(name, value)));
        add(new Panel("Assignment", origin(trial)).with(facts));
    }

    private static String origin(TrialView trial) {
        return switch (trial.origin()) {
            case FIRST -> "It is of the portfolio of good recipes.";
            case WARM_START -> "It did well in an earlier experiment of this project.";
            case ENQUEUED -> "Somebody asked for it by hand.";
            case SEARCH -> "The search chose it.";
            case IMPORTED -> "It came with a file: it was trained elsewhere.";
            case REFEREE -> "It is the first recipe with fewer tasks or inputs.";
        };
    }
}
