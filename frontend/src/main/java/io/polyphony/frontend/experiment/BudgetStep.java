package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How much may be spent, and how the search goes about it. */
final class BudgetStep implements WizardStep {
    private final Draft draft;
    private final Supplier<Planned> planned;
    private final Runnable changed;

    /** @param planned the tasks as the platform would have them now */
    BudgetStep(Draft draft, Supplier<Planned> planned, Runnable changed) {
        this.draft = draft;
        this.planned = planned;
        this.changed = changed;
    }

    @Override
    public String title() {
        return "Budget";
    }

    @Override
    public Component content() {
        var details = new Details("How to search", searching());
        return Ui.div(
                "stack",
                new Panel(
                                "How much may it spend?",
                                "It ends with whichever is used up first, and can be extended later.")
                        .with(Ui.div("row fields", trials(), minutes(), minutesPerTrial())),
                new Panel(
                                "How are rows parted?",
                                "Networks learn from train rows; validation rows guide the search; sealed test rows are opened once per model.")
                        .with(new SplitFields(draft, changed)),
                new OutsetPanel(draft, changed),
                new Panel("What is it measured against?").with(referees()),
                new Panel("Details", "Good as they are; for those who know what they want.").with(details));
    }

    private IntegerField trials() {
        var trials = new IntegerField("Trials");
        trials.setMin(1);
        trials.setMax(100_000);
        trials.setStepButtonsVisible(true);
        trials.setValue(draft.trials);
        trials.setHelperText("Empty: as many as fit in the time");
        trials.addValueChangeListener(change -> {
            draft.trials = change.getValue();
            changed.run();
        });
        return trials;
    }

    private NumberField minutes() {
        var minutes = new NumberField("Minutes");
        minutes.setMin(0.1);
        minutes.setStep(0.1);
        minutes.setValue(draft.minutes);
        minutes.setHelperText("Empty: as long as the trials take");
        minutes.addValueChangeListener(change -> {
            draft.minutes = change.getValue();
            changed.run();
        });
        return minutes;
    }

    private NumberField minutesPerTrial() {
        var minutes = new NumberField("Minutes per trial");
        minutes.setMin(0.1);
        minutes.setStep(0.1);
        minutes.setValue(draft.minutesPerTrial);
        minutes.setHelperText("Empty: as long as its epochs take");
        minutes.addValueChangeListener(change -> {
            draft.minutesPerTrial = change.getValue();
            changed.run();
        });
        return minutes;
    }

    private Checkbox referees() {
        var referees = new Checkbox("Train referees: each task alone, each input alone", draft.referees);
        referees.setHelperText(
                "They show whether sharing and fusing were worth it. They cost time, but no trials of the budget.");
        referees.addValueChangeListener(change -> {
            draft.referees = change.getValue();
            changed.run();
        });
        return referees;
    }

    private Div searching() {
        var seed = new IntegerField("Seed");
        seed.setPlaceholder("1");
        seed.setValue(draft.seed == null ? null : draft.seed.intValue());
        seed.addValueChangeListener(change -> {
            draft.seed = change.getValue() == null ? null : change.getValue().longValue();
            changed.run();
        });
        var numbers = new PrunerFields(draft, planned, changed);
        var choices = Ui.div(
                "row fields",
                select("Sampler", SearchChoices.samplers(), draft.sampler, value -> draft.sampler = value),
                select(
                        "Several goals",
                        SearchChoices.scalarizations(),
                        draft.scalarization,
                        value -> draft.scalarization = value),
                select("Pruner", SearchChoices.pruners(), draft.pruner, value -> {
                    draft.pruner = value;
                    draft.prunerSettings.clear();
                    numbers.refresh();
                }),
                seed);
        return Ui.div("stack", choices, numbers);
    }

    /** The first choice is the recommended one. */
    private Select<Choice> select(
            String label, List<Choice> choices, @Nullable String chosen, Consumer<String> choose) {
        var select = new Select<Choice>();
        select.setLabel(label);
        select.setItems(choices);
        select.setItemLabelGenerator(BudgetStep::label);
        select.setRenderer(new ComponentRenderer<>(choice ->
                Ui.div("choice", Ui.span("name", label(choice)), Ui.span("small muted", choice.explanation()))));
        select.addValueChangeListener(
                change -> select.setHelperText(change.getValue().explanation()));
        select.setValue(choices.stream()
                .filter(choice -> choice.name().equals(chosen))
                .findFirst()
                .orElse(choices.getFirst()));
        select.addValueChangeListener(change -> {
            choose.accept(change.getValue().name());
            changed.run();
        });
        return select;
    }

    private static String label(Choice choice) {
        return choice.usual() ? choice.title() + " (recommended)" : choice.title();
    }

    @Override
    public Optional<String> missing() {
        return draft.trials == null && draft.minutes == null
                ? Optional.of("Give a number of trials, minutes, or both.")
                : PrunerFields.objection(draft);
    }
}
