package io.polyphony.frontend.security;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.NewUser;
import io.polyphony.backend.security.UserService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;

/** Asks for a user's name, password and rights. */
final class NewUserDialog extends Dialog {
    NewUserDialog(UserService users, Actor actor, Runnable added) {
        setHeaderTitle("Add a user");
        var name = new TextField("User name");
        name.setHelperText("Lower-case letters, digits and . _ - @");
        var display = new TextField("Full name");
        var password = new PasswordField("Password");
        password.setHelperText("At least 10 characters; empty for a service that only uses tokens");
        var admin = new Checkbox("Administrator");
        add(Ui.div("stack", name, display, password, admin));
        getFooter().add(Ui.button("Not now", Glyph.BACK, this::close), Ui.primary("Add", Glyph.ADD_USER, () -> {
            try {
                users.create(
                        actor,
                        new NewUser(
                                name.getValue().strip(),
                                display.isEmpty() ? null : display.getValue(),
                                password.isEmpty() ? null : password.getValue(),
                                admin.getValue()));
                close();
                added.run();
            } catch (RuntimeException refused) {
                Ui.tellProblem(Problems.text(refused));
            }
        }));
    }
}
