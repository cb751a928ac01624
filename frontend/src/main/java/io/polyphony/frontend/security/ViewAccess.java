package io.polyphony.frontend.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Guards every navigation: a view without {@code @PermitAll}, {@code @RolesAllowed} or {@code @AnonymousAllowed} opens for nobody. */
@ApplicationScoped
class ViewAccess {
    private final NavigationAccessControl control = new NavigationAccessControl();

    void guard(@Observes ServiceInitEvent event) {
        control.setLoginView(LoginView.class);
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(control));
    }
}
