package io.polyphony.frontend.project;

import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.common.ProjectId;
import java.util.List;
import java.util.function.Consumer;

/** Chooses one of several projects. */
public final class ProjectPicker extends Select<ProjectChoice.Named> {
    public ProjectPicker(List<ProjectChoice.Named> choices, Consumer<ProjectId> chosen) {
        setLabel("Project");
        setItems(choices);
        setItemLabelGenerator(ProjectChoice.Named::name);
        setValue(choices.getFirst());
        addValueChangeListener(change -> chosen.accept(change.getValue().id()));
    }
}
