package io.polyphony.frontend.security;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.UserService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;

/** One's own password. A new one signs all other browsers out; this one signs in again by itself. */
public final class AccountDialog extends Dialog {
    /** The session of this browser ended too, so that it asks for a new one, as the sign-in does. */
    private static final String SIGN_IN_AGAIN = """
            const form = new URLSearchParams({ username: $0, password: this.value });
            return fetch('j_security_check', { method: 'POST', body: form, redirect: 'manual' }).then(() => true);
            """;

    private final UserService users;
    private final Actor actor;
    private final PasswordField present = new PasswordField("Present password");
    private final PasswordField future = new PasswordField("New password");

    public AccountDialog(UserService users, Actor actor) {
        this.users = users;
        this.actor = actor;
        setHeaderTitle("Signed in as " + actor.name());
        present.setWidthFull();
        future.setWidthFull();
        future.setHelperText("At least 10 characters");
        add(Ui.div("stack", new Paragraph("A new password signs you out everywhere but here."), present, future));
        getFooter()
                .add(
                        Ui.button("Not now", Glyph.BACK, this::close),
                        Ui.primary("Change my password", Glyph.KEY, this::change));
    }

    private void change() {
        try {
            users.changePassword(actor, present.getValue(), future.getValue());
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
            return;
        }
        future.getElement().executeJs(SIGN_IN_AGAIN, actor.name()).then(done -> {
            close();
            Ui.tell("Your password is changed; other browsers are signed out.");
        });
    }
}
