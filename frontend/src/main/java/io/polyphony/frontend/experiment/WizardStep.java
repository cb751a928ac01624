package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** One page of the wizard. */
sealed interface WizardStep permits DataStep, TasksStep, ChoicesStep, BudgetStep, ReviewStep {
    String title();

    /** Builds the step from the draft as it is now. */
    Component content();

    /** What is still missing before one may go on; empty when nothing is. */
    Optional<String> missing();
}
