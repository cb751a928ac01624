package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.frontend.component.Ui;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Some of several choices, each with its explanation beside it. */
final class ChoiceGroup extends CheckboxGroup<String> {

    /**
     * @param chosen names of those that are ticked at first
     * @param title shows the name of a choice
     * @param choose gets the names of those that are ticked, in the order of the choices
     */
    ChoiceGroup(
            String label,
            List<Choice> choices,
            List<String> chosen,
            Function<Choice, Component> title,
            Consumer<List<String>> choose) {
        var all = Choice.names(choices);
        setAriaLabel(label);
        addClassName("choices");
        setItems(all);
        setRenderer(new ComponentRenderer<>(name -> option(choices.get(all.indexOf(name)), title)));
        setValue(new LinkedHashSet<>(chosen));
        addValueChangeListener(change ->
                choose.accept(all.stream().filter(change.getValue()::contains).toList()));
    }

    private static Component option(Choice choice, Function<Choice, Component> title) {
        return Ui.div("choice", title.apply(choice), Ui.span("small muted", choice.explanation()));
    }
}
