package io.polyphony.frontend.security;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.polyphony.frontend.component.Ui;

/** Sign-in; the browser posts the form to Quarkus itself. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Polyphony")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {
    private final LoginForm form = new LoginForm(texts());

    LoginView() {
        addClassName("signin");
        form.setAction("j_security_check");
        form.setForgotPasswordButtonVisible(false);
        add(poster(), Ui.div("desk", new Div(form)));
    }

    private static Div poster() {
        var brand = new Anchor("", new Image("icons/polyphony.svg", ""), new Span("Polyphony"));
        brand.addClassName("brand");
        var voices = new Image("icons/voices.svg", "");
        voices.addClassName("voices");
        return Ui.div(
                "poster",
                voices,
                brand,
                new Div(
                        new H1("Many voices in, many answers out, one model."),
                        new Paragraph(
                                "Find out how to fuse text, tables, images and sound, how to weigh the tasks, and what each choice does to every one of them.")));
    }

    private static LoginI18n texts() {
        var texts = LoginI18n.createDefault();
        texts.getForm().setTitle("Sign in");
        texts.getForm().setUsername("User name");
        texts.getForm().setSubmit("Sign in");
        texts.getErrorMessage().setTitle("That did not match");
        texts.getErrorMessage()
                .setMessage(
                        "Check the user name and the password. The first start wrote admin's password into the file admin-password of Polyphony's home.");
        return texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }
}
