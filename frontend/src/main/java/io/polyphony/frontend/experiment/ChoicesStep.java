package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.polyphony.backend.experiment.SearchChoices;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which ways to fuse the inputs and to weigh the tasks the search may try. */
final class ChoicesStep implements WizardStep {
    private final Draft draft;
    private final Runnable changed;

    ChoicesStep(Draft draft, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
    }

    @Override
    public String title() {
        return "Choices";
    }

    @Override
    public Component content() {
        return Ui.div(
                "stack",
                new Panel(
                                "How may inputs be fused?",
                                "Each trial picks one of these. The comparison shows what it did to every task.")
                        .with(group("Fusions", SearchChoices.FUSIONS, draft.fusions, chosen -> draft.fusions = chosen)),
                new Panel(
                                "How may tasks be weighed?",
                                "All tasks share one training step; these decide how loud each one is.")
                        .with(group(
                                "Loss weightings",
                                SearchChoices.LOSS_WEIGHTINGS,
                                draft.weightings,
                                chosen -> draft.weightings = chosen)));
    }

    private CheckboxGroup<String> group(
            String label, List<String> all, List<String> chosen, Consumer<List<String>> choose) {
        var group = new CheckboxGroup<String>();
        group.setAriaLabel(label);
        group.addClassName("choices");
        group.setItems(all);
        group.setRenderer(new ComponentRenderer<>(name -> option(name, all == SearchChoices.FUSIONS)));
        group.setValue(new java.util.LinkedHashSet<>(chosen));
        group.addValueChangeListener(change -> {
            choose.accept(all.stream().filter(change.getValue()::contains).toList());
            changed.run();
        });
        return group;
    }

    private static Component option(String name, boolean fusion) {
        var title = Ui.span("name", Numbers.words(name));
        if (fusion) {
            title.addComponentAsFirst(Ui.swatch(Palette.fusion(name)));
        }
        return Ui.div("choice", title, Ui.span("small muted", explain(name)));
    }

    /** One sentence each; what a new choice does not explain is shown by its name alone. */
    private static String explain(String name) {
        return switch (name) {
            case "average" ->
                "Every input counts the same: their embeddings are averaged. Simple and hard to beat on little data.";
            case "weighted" ->
                "One learned weight per input, the same for all rows: the network finds which input to trust.";
            case "concatenation" ->
                "Embeddings side by side into a small network, which can learn how inputs depend on each other.";
            case "gated" ->
                "A gate decides per row how much of each input to let through: good when an input is noisy or missing at times.";
            case "late" ->
                "Each input predicts alone and the predictions are combined: sturdy, but blind to interplay.";
            case "equal" -> "Losses are brought to one scale and added: every task is equally loud.";
            case "static" -> "The search looks for fixed weights, so one task may be favoured for good.";
            case "uncertainty" ->
                "The network learns each task's noise and turns noisy tasks down while it trains (Kendall 2018).";
            default -> "";
        };
    }

    @Override
    public Optional<String> missing() {
        return draft.fusions.isEmpty() || draft.weightings.isEmpty()
                ? Optional.of("Leave at least one fusion and one loss weighting to try.")
                : Optional.empty();
    }
}
