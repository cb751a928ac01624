package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.backend.experiment.space.DataFacts;
import io.polyphony.backend.experiment.space.EncoderChoices;
import io.polyphony.backend.experiment.space.FusionChoices;
import io.polyphony.backend.experiment.space.WeightingChoices;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which ways to fuse the inputs, to weigh the tasks and to read the inputs the search may try. */
final class ChoicesStep implements WizardStep {
    private final Draft draft;
    private final Supplier<Planned> planned;
    private final OwnEncoders own;
    private final Runnable changed;
    private @Nullable TrainingPanel training;

    /**
     * @param planned the tasks as the platform would have them now
     * @param own the ready-made encoders of projects
     */
    ChoicesStep(Draft draft, Supplier<Planned> planned, OwnEncoders own, Runnable changed) {
        this.draft = draft;
        this.planned = planned;
        this.own = own;
        this.changed = changed;
    }

    @Override
    public String title() {
        return "Choices";
    }

    @Override
    public Component content() {
        var content = Ui.div("stack");
        if (draft.fuses()) {
            content.add(new Panel(
                            "How may inputs be fused?",
                            "Each trial picks one of these. The comparison shows what it did to every task.")
                    .with(group("Fusions", FusionChoices.all(), draft.fusions, chosen -> draft.fusions = chosen)));
        }
        if (draft.tasks.size() > 1) {
            content.add(new Panel(
                            "How may tasks be weighed?",
                            "All tasks share one training step; these decide how loud each one is.")
                    .with(group(
                            "Loss weightings",
                            WeightingChoices.all(),
                            draft.weightings,
                            chosen -> draft.weightings = chosen)));
        }
        var plan = planned.get();
        var facts = draft.facts(plan.tasks());
        draft.modalities().forEach(modality -> content.add(encoders(modality, facts)));
        training = new TrainingPanel(draft, plan, changed);
        content.add(training);
        return content;
    }

    private Panel encoders(Modality modality, DataFacts facts) {
        var inputs = switch (modality) {
            case TABULAR -> "the table";
            case TEXT -> "texts";
            case IMAGE -> "pictures";
            case AUDIO -> "recordings";
            case SERIES -> "series";
        };
        var panel = new Panel(
                "How may %s be read?".formatted(inputs),
                "An encoder turns them into the numbers that are fused. The first ones are quick; the others may be stronger.");
        if (facts.takes(modality, UploadedEncoder.PREFIX)) {
            own.bring(draft, modality, encoder -> {
                        var chosen = new ArrayList<>(draft.encoders(modality));
                        chosen.removeIf(name -> !facts.takes(modality, name));
                        chosen.add(encoder.choice().name());
                        draft.encoders.put(modality, chosen);
                        panel.show(encoders(modality, inputs, choices(modality, facts)));
                        changed.run();
                    })
                    .ifPresent(panel::tools);
        }
        return panel.with(encoders(modality, inputs, choices(modality, facts)));
    }

    /** What only some encoders read is offered where one of them is ticked. */
    private ChoiceGroup encoders(Modality modality, String inputs, List<Choice> choices) {
        var offered = Choice.names(choices);
        var ticked = draft.encoders(modality).stream().filter(offered::contains).toList();
        return group("Encoders of " + inputs, choices, ticked, chosen -> {
            draft.encoders.put(modality, chosen);
            if (training != null) {
                training.refresh();
            }
        });
    }

    /** The platform's own, and those that the project brings along, as far as the data take them. */
    private List<Choice> choices(Modality modality, DataFacts facts) {
        return Stream.concat(
                        EncoderChoices.all(modality).stream(),
                        own.of(draft, modality).stream().map(UploadedEncoder::choice))
                .filter(choice -> facts.takes(modality, choice.name()))
                .toList();
    }

    private ChoiceGroup group(String label, List<Choice> choices, List<String> chosen, Consumer<List<String>> choose) {
        return new ChoiceGroup(label, choices, chosen, choice -> titled(choice, choices), names -> {
            choose.accept(names);
            changed.run();
        });
    }

    private static Component titled(Choice choice, List<Choice> choices) {
        boolean named = choice.name().startsWith(UploadedEncoder.PREFIX);
        var title = Ui.span("name", named ? choice.title() : Numbers.words(choice.name()));
        if (choices.equals(FusionChoices.all())) {
            title.addComponentAsFirst(Ui.swatch(Palette.fusion(choice.name())));
        }
        return title;
    }

    @Override
    public Optional<String> missing() {
        return draft.fusions.isEmpty()
                        || draft.weightings.isEmpty()
                        || draft.encoders.containsValue(List.<String>of())
                        || draft.training.containsValue(List.<String>of())
                ? Optional.of(
                        "Leave at least one fusion, one loss weighting, one encoder and one of each way to train.")
                : Optional.empty();
    }
}
