package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectChoice;
import java.io.IOException;

/** For who has no data at hand: a click loads a data set that comes with the platform, and leads to it. */
public final class ExamplePanel extends Div {
    private final DatasetService datasets;
    private final Actor actor;

    public ExamplePanel(DatasetService datasets, ProjectChoice projects, Actor actor) {
        this.datasets = datasets;
        this.actor = actor;
        var writable = projects.of(actor, Role.EDITOR);
        setVisible(!writable.isEmpty());
        if (!writable.isEmpty()) {
            var rows = ExampleData.ALL.stream()
                    .map(example -> row(example, writable.getFirst().id()))
                    .toArray(Component[]::new);
            add(new Panel("No data at hand?", "These come with the platform, with fixed test rows.").with(rows));
        }
    }

    private Component row(ExampleData example, ProjectId project) {
        var button = Ui.button("Load it", Glyph.PLUS, () -> {});
        button.setAriaLabel("Load " + example.title());
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            load(example, project);
            button.setEnabled(true);
        });
        var told = Ui.div("", Ui.span("name", example.title()), new Paragraph(example.sentence()));
        return Ui.div("example", Ui.div("medal", example.glyph().icon()), told, button);
    }

    private void load(ExampleData example, ProjectId project) {
        try (var content = example.open()) {
            var loaded = datasets.upload(actor, project, example.folder(), example.file(), content);
            UI.getCurrent().navigate(DatasetNavigation.href(loaded.id()));
        } catch (IOException missing) {
            Ui.tellProblem(String.valueOf(missing.getMessage()));
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
    }
}
