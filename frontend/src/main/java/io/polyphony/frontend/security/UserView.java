package io.polyphony.frontend.security;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.User;
import io.polyphony.backend.security.UserChange;
import io.polyphony.backend.security.UserService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;

/** Who may sign in; for administrators. */
@Route("users")
@PermitAll
class UserView extends PageView implements BeforeEnterObserver {
    private final UserService users;
    private final Access access;
    private final Actor actor;
    private final Div list = Ui.div("people");

    UserView(UserService users, Access access, CurrentActor currentActor) {
        super("Users");
        this.users = users;
        this.access = access;
        this.actor = currentActor.get();
        lead("People and services that may sign in. What they may do in a project is set in the project.");
        actions(Ui.primary("Add a user", Glyph.ADD_USER, () -> new NewUserDialog(users, actor, this::show).open()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireAdmin(actor);
        body(Ui.div("panel padded", list));
        show();
    }

    private void show() {
        list.removeAll();
        users.page(actor, PageRequest.first(PageRequest.MAX_LIMIT)).items().forEach(user -> list.add(row(user)));
    }

    private Div row(User user) {
        var names = Ui.div(
                "stack tight",
                Ui.span("name", user.displayName()),
                Ui.span("small muted", user.name() + ", since " + Numbers.moment(user.createdAt())));
        var row = Ui.div("person", names);
        if (user.admin()) {
            row.add(Ui.span("chip strong", "Administrator"));
        }
        if (user.disabled()) {
            row.add(Ui.span("state bad", "Disabled"));
        }
        row.add(
                Ui.button(
                        user.admin() ? "Make member" : "Make administrator",
                        Glyph.KEY,
                        () -> change(user, new UserChange(null, !user.admin(), null, null))),
                Ui.button(
                        user.disabled() ? "Enable" : "Disable",
                        Glyph.STOP,
                        () -> change(user, new UserChange(null, null, !user.disabled(), null))),
                Ui.button("Password", Glyph.KEY, () -> askPassword(user)));
        return row;
    }

    private void askPassword(User user) {
        var password = new PasswordField("New password");
        password.setHelperText("At least 10 characters");
        password.setWidthFull();
        var dialog = new Dialog("Password of " + user.name(), password);
        dialog.getFooter().add(Ui.button("Not now", Glyph.BACK, dialog::close), Ui.primary("Set", Glyph.CHECK, () -> {
            change(user, new UserChange(null, null, null, password.getValue()));
            dialog.close();
        }));
        dialog.open();
    }

    private void change(User user, UserChange change) {
        try {
            users.change(actor, user.id(), change);
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
        show();
    }
}
