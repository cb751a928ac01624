package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.stream.Collectors;

/** How networks may be trained: each thing that may be chosen is folded up behind what is chosen of it now. */
final class TrainingPanel extends Div {
    private final Draft draft;
    private final Runnable changed;

    /** @param planned the tasks; what has no meaning for them is not shown */
    TrainingPanel(Draft draft, Planned planned, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        var panel = new Panel(
                "How may networks be trained?",
                "Good as it is. Whatever has several ticks becomes one more thing that the search chooses.");
        var knobs = new Div();
        var facts = draft.facts(planned.tasks());
        TrainingKnobs.all().stream()
                .filter(knob -> knob.concerns(facts))
                .map(this::knob)
                .forEach(knobs::add);
        add(panel.with(knobs));
    }

    private Details knob(TrainingKnob knob) {
        var details = new Details();
        details.setSummaryText(summary(knob));
        var group = new ChoiceGroup(
                knob.title(),
                knob.options(),
                draft.training(knob),
                choice -> Ui.span("name", choice.title()),
                chosen -> {
                    draft.train(knob, chosen);
                    details.setSummaryText(summary(knob));
                    changed.run();
                });
        details.add(Ui.div("stack tight", Ui.span("small muted", knob.explanation()), group));
        return details;
    }

    private String summary(TrainingKnob knob) {
        var chosen = titles(knob, draft.training(knob));
        return knob.title() + ": " + (chosen.isEmpty() ? "nothing ticked" : chosen);
    }

    private static String titles(TrainingKnob knob, List<String> chosen) {
        return knob.options().stream()
                .filter(option -> chosen.contains(option.name()))
                .map(Choice::title)
                .collect(Collectors.joining(", "));
    }
}
