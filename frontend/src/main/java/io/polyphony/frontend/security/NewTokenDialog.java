package io.polyphony.frontend.security;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.IssuedToken;
import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.TokenService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.project.ProjectChoice;
import java.util.function.Consumer;

/** Asks what a token may and how long. */
final class NewTokenDialog extends Dialog {
    NewTokenDialog(TokenService tokens, ProjectChoice projects, Actor actor, Consumer<IssuedToken> issued) {
        setHeaderTitle("New API token");
        var name = new TextField("Name");
        name.setPlaceholder("notebook on my laptop");
        name.setMaxLength(200);
        var project = new Select<ProjectChoice.Named>();
        project.setLabel("Project");
        project.setEmptySelectionAllowed(true);
        project.setEmptySelectionCaption("All of mine");
        project.setItems(projects.of(actor, Role.VIEWER));
        project.setItemLabelGenerator(choice -> choice == null ? "All of mine" : choice.name());
        var role = new Select<Role>();
        role.setLabel("At most as");
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption("My own role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(value -> value == null ? "My own role" : Numbers.words(value.name()));
        var days = new IntegerField("Days until it expires");
        days.setMin(1);
        days.setMax(3650);
        days.setValue(90);
        days.setHelperText("Empty: until it is revoked");
        add(Ui.div("stack", name, project, role, days));
        getFooter().add(Ui.button("Not now", Glyph.BACK, this::close), Ui.primary("Make the token", Glyph.KEY, () -> {
            try {
                var chosen = project.getValue();
                issued.accept(tokens.create(
                        actor,
                        new NewToken(
                                name.getValue(),
                                chosen == null ? null : chosen.id(),
                                role.getValue(),
                                days.getValue())));
                close();
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
    }
}
