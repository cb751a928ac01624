package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.dataset.DatasetNavigation;
import java.util.Objects;
import java.util.Optional;

/** Which data to learn from. */
final class DataStep implements WizardStep {
    private final Draft draft;
    private final DatasetService datasets;
    private final Access access;
    private final Actor actor;
    private final Runnable changed;

    DataStep(Draft draft, DatasetService datasets, Access access, Actor actor, Runnable changed) {
        this.draft = draft;
        this.datasets = datasets;
        this.access = access;
        this.actor = actor;
        this.changed = changed;
    }

    @Override
    public String title() {
        return "Data";
    }

    @Override
    public Component content() {
        var usable = datasets.list(actor, null, PageRequest.first(200)).items().stream()
                .filter(dataset -> dataset.usable() != null && mayRun(dataset))
                .toList();
        if (usable.isEmpty()) {
            return new Panel("Which data?")
                    .with(Ui.blank(
                            Glyph.DATASET,
                            "There is no data set to learn from",
                            "Upload one first; it takes a minute. Or ask an owner of a project for the role runner.",
                            Ui.link(DatasetNavigation.LIST, "To the data sets")));
        }
        var group = new RadioButtonGroup<DatasetSummary>();
        group.addClassName("choices");
        group.setAriaLabel("Data set");
        group.setItems(usable);
        group.setRenderer(new ComponentRenderer<>(DataStep::option));
        usable.stream()
                .filter(dataset -> draft.dataset != null && dataset.id().equals(draft.dataset.id()))
                .findFirst()
                .ifPresent(group::setValue);
        group.addValueChangeListener(change -> choose(change.getValue()));
        return new Panel("Which data?", "The newest imported version is used, and stays what the results refer to.")
                .with(group);
    }

    private boolean mayRun(DatasetSummary dataset) {
        return access.role(actor, dataset.project())
                .filter(role -> role.includes(Role.RUNNER))
                .isPresent();
    }

    private void choose(DatasetSummary dataset) {
        var version = Objects.requireNonNull(dataset.usable(), "only usable data sets are offered");
        draft.choose(dataset, datasets.columns(actor, version.id()));
        changed.run();
    }

    private static Component option(DatasetSummary dataset) {
        var version = Objects.requireNonNull(dataset.usable(), "only usable data sets are offered");
        return Ui.div(
                "choice",
                Ui.span("name", dataset.name()),
                Ui.span(
                        "small muted num",
                        "%s rows, %d columns, version %d"
                                .formatted(Numbers.count(version.rows()), version.columns(), version.number())));
    }

    @Override
    public Optional<String> missing() {
        return draft.dataset == null ? Optional.of("Choose a data set first.") : Optional.empty();
    }
}
