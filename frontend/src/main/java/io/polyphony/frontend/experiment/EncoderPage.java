package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.UploadedEncoders;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.data.Modality;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectNavigation;
import jakarta.annotation.security.PermitAll;

/** The ready-made networks of a project; editors bring further ones along here. */
@Route(ProjectNavigation.ENCODERS)
@PermitAll
class EncoderPage extends PageView implements BeforeEnterObserver {
    private final UploadedEncoders encoders;
    private final ProjectService projects;
    private final Actor actor;
    private final Div list = Ui.div("people");

    EncoderPage(UploadedEncoders encoders, ProjectService projects, CurrentActor currentActor) {
        super("Encoders");
        this.encoders = encoders;
        this.projects = projects;
        this.actor = currentActor.get();
        lead(
                "Networks that others trained: an ONNX file reads pictures, recordings, texts or numbers and says an embedding. It is never"
                        + " trained here; a small network learns from what it says. Searches choose it beside the platform's own encoders.");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var project = projects.get(actor, Ids.of(event, ProjectId::new));
        crumb("Projects", ProjectNavigation.LIST);
        crumb(project.name(), ProjectNavigation.href(project.id()));
        boolean editor = project.role().includes(Role.EDITOR);
        show(project.id(), editor);
        var known = new Panel("In this project").with(list);
        if (editor) {
            var bring = new Panel("Bring one along", "It is tried on an empty row before it is kept.");
            body(known, bring.with(form(project.id())));
        } else {
            body(known);
        }
    }

    private EncoderForm form(ProjectId project) {
        return new EncoderForm(
                Modality.IMAGE,
                (name, read, file, vocabulary) -> encoders.add(actor, project, name, read, file, vocabulary),
                encoder -> {
                    Ui.tell("The encoder %s can be chosen from now on".formatted(encoder.name()));
                    show(project, true);
                });
    }

    private void show(ProjectId project, boolean editor) {
        list.removeAll();
        encoders.list(actor, project).forEach(encoder -> list.add(row(project, encoder, editor)));
        if (list.getComponentCount() == 0) {
            list.add(Ui.span("small muted", "None yet."));
        }
    }

    private Div row(ProjectId project, UploadedEncoder encoder, boolean editor) {
        var row = Ui.div(
                "person",
                Ui.div(
                        "stack tight",
                        Ui.span("name", encoder.name()),
                        Ui.span("small muted", encoder.choice().explanation()),
                        Ui.span(
                                "small muted",
                                "%s, since %s"
                                        .formatted(
                                                Numbers.bytes(encoder.bytes()), Numbers.moment(encoder.createdAt())))));
        if (editor) {
            row.add(Ui.iconButton("Remove " + encoder.name(), Glyph.REMOVE, () -> remove(project, encoder)));
        }
        return row;
    }

    private void remove(ProjectId project, UploadedEncoder encoder) {
        try {
            encoders.remove(actor, project, encoder.name());
            Ui.tell("The encoder %s is gone from the list; models that use it keep it".formatted(encoder.name()));
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
        show(project, true);
    }
}
