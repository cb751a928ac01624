package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.TrainingKnob;
import io.polyphony.backend.experiment.space.TrainingKnobs;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How tasks may be answered and networks trained: each thing that may be chosen is folded up behind what is chosen of it now. What
 * makes no difference for these tasks, data and encoders is not shown, by the rule that the search itself goes by.
 */
final class TrainingPanel extends Div {
    private final Draft draft;
    private final Planned planned;
    private final Runnable changed;
    private final Div heads = new Div();
    private final Div training = new Div();
    private final Panel answers;
    private final Map<TrainingKnob, Details> made = new HashMap<>();

    /** @param planned the tasks */
    TrainingPanel(Draft draft, Planned planned, Runnable changed) {
        this.draft = draft;
        this.planned = planned;
        this.changed = changed;
        this.answers = new Panel(
                "How may tasks be answered?",
                "Each task has a head of its own, by its type. What may differ between heads is chosen here.");
        addClassName("stack");
        add(
                answers.with(heads),
                new Panel(
                                "How may networks be trained?",
                                "Good as it is. Whatever has several ticks becomes one more thing that the search chooses.")
                        .with(training));
        refresh();
    }

    /** Shows what makes a difference now; what stays keeps its place. */
    void refresh() {
        var facts = draft.facts(planned.tasks());
        var shown = TrainingKnobs.read(facts, draft::encoders);
        heads.removeAll();
        training.removeAll();
        for (var knob : shown) {
            var details = made.computeIfAbsent(knob, one -> details(one, facts));
            (TrainingKnobs.heads().contains(knob) ? heads : training).add(details);
        }
        answers.setVisible(heads.getComponentCount() > 0);
    }

    private Details details(TrainingKnob knob, DataFacts facts) {
        var options = knob.options(facts);
        var details = new Details();
        details.setSummaryText(summary(knob, options));
        var group = new ChoiceGroup(
                knob.title(), options, chosen(knob, options), choice -> Ui.span("name", choice.title()), chosen -> {
                    draft.train(knob, chosen);
                    details.setSummaryText(summary(knob, options));
                    changed.run();
                });
        details.add(Ui.div("stack tight", Ui.span("small muted", knob.explanation()), group));
        return details;
    }

    /** What was chosen for other tasks and means nothing to these is left aside. */
    private List<String> chosen(TrainingKnob knob, List<Choice> options) {
        return draft.training(knob).stream()
                .filter(Choice.names(options)::contains)
                .toList();
    }

    private String summary(TrainingKnob knob, List<Choice> options) {
        var titles = options.stream()
                .filter(option -> draft.training(knob).contains(option.name()))
                .map(Choice::title)
                .collect(Collectors.joining(", "));
        return knob.title() + ": " + (titles.isEmpty() ? "nothing ticked" : titles);
    }
}
