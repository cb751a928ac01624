package io.polyphony.frontend.project;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.project.MemberService;
import io.polyphony.backend.project.ProjectService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditFilter;
import io.polyphony.backend.security.AuditService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Ids;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.security.AuditList;
import jakarta.annotation.security.PermitAll;

/** One project: its members and their roles; for owners also what was changed in it. */
@Route(ProjectNavigation.LIST + "/:id")
@PermitAll
class ProjectPage extends PageView implements BeforeEnterObserver {
    private final ProjectService projects;
    private final MemberService members;
    private final AuditService audit;
    private final Actor actor;

    ProjectPage(ProjectService projects, MemberService members, AuditService audit, CurrentActor currentActor) {
        super("Project");
        this.projects = projects;
        this.members = members;
        this.audit = audit;
        this.actor = currentActor.get();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var project = projects.get(actor, Ids.of(event, ProjectId::new));
        crumb("Projects", ProjectNavigation.LIST);
        title(project.name());
        lead(project.description());
        boolean owner = project.role().includes(Role.OWNER);
        besideTitle(Ui.span("chip", Numbers.words(project.role().name())));
        var log = new Div();
        if (owner) {
            log.add(new Panel("What was changed", "Every write in this project, newest first.")
                    .with(new AuditList(request -> audit.page(actor, new AuditFilter(project.id(), null), request))));
        }
        body(new MemberPanel(members, actor, project.id(), owner), encoders(project.id()), log);
    }

    private static Panel encoders(ProjectId project) {
        return new Panel(
                        "Encoders of your own",
                        "ONNX files that read pictures, recordings or numbers: what others trained, for the searches of this project.")
                .with(Ui.link(ProjectNavigation.encoders(project), "See them, or bring one along"));
    }
}
