package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import io.polyphony.backend.experiment.PrunerChoice;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.hpo.pruner.Setting;
import java.util.Optional;
import java.util.function.Supplier;

/** The numbers that the chosen pruner may be given; of one that goes by limits also the worst value of each objective. */
final class PrunerFields extends Div {
    private final Draft draft;
    private final Supplier<Planned> planned;
    private final Runnable changed;

    /** @param planned the tasks as the platform would have them now */
    PrunerFields(Draft draft, Supplier<Planned> planned, Runnable changed) {
        this.draft = draft;
        this.planned = planned;
        this.changed = changed;
        addClassNames("row", "fields");
        refresh();
    }

    /** Shows what the pruner that is chosen now may be given. */
    void refresh() {
        removeAll();
        var pruner = pruner(draft);
        pruner.settings().forEach(setting -> add(field(setting)));
        if (pruner.limits()) {
            planned.get().objectives().forEach(objective -> add(limit(objective)));
        }
        setVisible(getComponentCount() > 0);
    }

    /** What is wrong with the numbers. */
    static Optional<String> objection(Draft draft) {
        var settings = pruner(draft).settings();
        return draft.prunerSettings.entrySet().stream()
                .flatMap(given -> settings.stream()
                        .filter(setting -> setting.name().equals(given.getKey()))
                        .flatMap(setting -> setting.objection(given.getValue()).stream()))
                .findFirst();
    }

    private static PrunerChoice pruner(Draft draft) {
        return draft.pruner == null ? PrunerChoice.all().getFirst() : PrunerChoice.named(draft.pruner);
    }

    private NumberField field(Setting setting) {
        var field = number(setting.name(), setting.title());
        field.setMin(setting.least());
        field.setMax(setting.most());
        field.setPlaceholder(Numbers.plain(setting.usual()));
        field.setHelperText(setting.explanation());
        return field;
    }

    private NumberField limit(String objective) {
        var field = number(objective, "Limit for " + objective);
        field.setHelperText("The worst value that goes on. Empty: any that is finite.");
        return field;
    }

    private NumberField number(String name, String title) {
        var field = new NumberField(title);
        field.setValue(draft.prunerSettings.get(name));
        field.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                draft.prunerSettings.remove(name);
            } else {
                draft.prunerSettings.put(name, change.getValue());
            }
            changed.run();
        });
        return field;
    }
}
