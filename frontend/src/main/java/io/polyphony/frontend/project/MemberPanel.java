package io.polyphony.frontend.project;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.project.Member;
import io.polyphony.backend.project.MemberService;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;

/** Who is in a project and in which role; owners change it here. */
final class MemberPanel extends Div {
    private final MemberService members;
    private final Actor actor;
    private final ProjectId project;
    private final boolean owner;
    private final Div list = Ui.div("people");

    MemberPanel(MemberService members, Actor actor, ProjectId project, boolean owner) {
        this.members = members;
        this.actor = actor;
        this.project = project;
        this.owner = owner;
        var panel = new Panel(
                        "Members",
                        "Viewers see; runners also start experiments; editors also upload and correct; owners also manage members.")
                .with(list);
        if (owner) {
            panel.with(addForm());
        }
        add(panel);
        show();
    }

    private void show() {
        list.removeAll();
        members.list(actor, project).forEach(member -> list.add(row(member)));
    }

    private Div row(Member member) {
        var row = Ui.div(
                "person",
                Ui.div(
                        "stack tight",
                        Ui.span("name", member.displayName()),
                        Ui.span("small muted", member.name() + ", since " + Numbers.moment(member.addedAt()))));
        if (!owner) {
            row.add(Ui.span("chip", Numbers.words(member.role().name())));
            return row;
        }
        var role = roles("Role of " + member.name(), member.role());
        role.addValueChangeListener(
                change -> attempt(() -> members.setRole(actor, project, member.user(), change.getValue())));
        row.add(
                role,
                Ui.iconButton(
                        "Remove " + member.name(),
                        Glyph.REMOVE,
                        () -> attempt(() -> members.remove(actor, project, member.user()))));
        return row;
    }

    private Div addForm() {
        var name = new TextField();
        name.setPlaceholder("User name");
        name.setAriaLabel("User name of the new member");
        var role = roles("Role of the new member", Role.VIEWER);
        return Ui.div(
                "row",
                name,
                role,
                Ui.button(
                        "Add",
                        Glyph.ADD_USER,
                        () -> attempt(() -> {
                            members.add(actor, project, name.getValue().strip(), role.getValue());
                            name.clear();
                        })));
    }

    private void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
        show();
    }

    private static Select<Role> roles(String label, Role role) {
        var select = new Select<Role>();
        select.setAriaLabel(label);
        select.setItems(Role.values());
        select.setItemLabelGenerator(value -> Numbers.words(value.name()));
        select.setValue(role);
        return select;
    }
}
