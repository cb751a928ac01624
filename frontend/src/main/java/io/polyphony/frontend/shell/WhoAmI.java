package io.polyphony.frontend.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.UserService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.security.AccountDialog;
import jakarta.servlet.http.Cookie;
import java.util.Locale;

/** Who is signed in, the light switch, and the way out. */
final class WhoAmI extends Div {
    /** As quarkus.http.auth.form.cookie-name says. */
    private static final String COOKIE = "polyphony-session";

    WhoAmI(Actor actor, UserService users) {
        addClassName("whoami");
        var name = actor.name();
        var initials = Ui.span(
                "initials", name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT));
        initials.getElement().setAttribute("aria-hidden", "true");
        var who = Ui.div("who");
        who.getElement().appendChild(new Element("b").setText(name));
        who.add(Ui.span("", actor.admin() ? "Administrator" : "Member"));
        var account = new NativeButton("", click -> new AccountDialog(users, actor).open());
        account.addClassName("account");
        account.setAriaLabel("My account: " + name);
        account.add(initials, who);
        add(account, new ColorSchemeSwitch(), Ui.iconButton("Sign out", Glyph.SIGN_OUT, WhoAmI::signOut));
    }

    private static void signOut() {
        var cookie = new Cookie(COOKIE, "");
        cookie.setMaxAge(0);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        VaadinService.getCurrentResponse().addCookie(cookie);
        UI.getCurrent().getPage().setLocation("login");
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
