package io.polyphony.frontend.project;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.project.NewProject;
import io.polyphony.backend.project.Project;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;

/** The projects one is a member of, and one's role in each. */
@Route(ProjectNavigation.LIST)
@PermitAll
class ProjectListView extends PageView {
    private final ProjectService projects;
    private final Actor actor;
    private final Div cards = Ui.div("grid-3");

    ProjectListView(ProjectService projects, CurrentActor currentActor) {
        super("Projects");
        this.projects = projects;
        this.actor = currentActor.get();
        lead("A project holds data sets, experiments and models, and says who may see and change them.");
        actions(Ui.primary("New project", Glyph.PLUS, this::ask));
        body(cards);
        show();
    }

    private void show() {
        cards.removeAll();
        projects.page(actor, PageRequest.first(200)).items().forEach(project -> cards.add(card(project)));
        if (cards.getComponentCount() == 0) {
            cards.add(Ui.blank(Glyph.PROJECT, "You are in no project yet", "Make one, or ask an owner to add you."));
        }
    }

    private static Anchor card(Project project) {
        var card = new Anchor(ProjectNavigation.href(project.id()));
        card.addClassNames("panel", "card");
        card.add(
                Ui.div(
                        "row",
                        new H2(project.name()),
                        Ui.span("chip push", Numbers.words(project.role().name()))),
                Ui.span(
                        "small muted",
                        project.description().isEmpty()
                                ? "Since " + Numbers.moment(project.createdAt())
                                : project.description()));
        return card;
    }

    private void ask() {
        var name = new TextField("Name");
        name.setMaxLength(200);
        name.setWidthFull();
        var description = new TextArea("What it is about");
        description.setWidthFull();
        var dialog = new Dialog("New project", Ui.div("stack", name, description));
        dialog.getFooter().add(Ui.button("Not now", Glyph.BACK, dialog::close), Ui.primary("Create", Glyph.PLUS, () -> {
            try {
                projects.create(actor, new NewProject(name.getValue(), description.getValue()));
                dialog.close();
                show();
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
        dialog.open();
        name.focus();
    }
}
