package io.polyphony.frontend.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinSession;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.SessionsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which pages each user has open. When a user's sessions end they go to the sign-in at once, not at their next click; the
 * browser that changed its own password stays.
 */
@ApplicationScoped
class OpenPages {
    private final Map<UI, UserId> pages = new ConcurrentHashMap<>();
    private final CurrentActor current;

    OpenPages(CurrentActor current) {
        this.current = current;
    }

    void watch(@Observes ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> current.find().ifPresent(actor -> {
                    pages.put(init.getUI(), actor.id());
                    init.getUI().addDetachListener(detach -> pages.remove(detach.getUI()));
                }));
    }

    void close(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
        var asking = VaadinSession.getCurrent();
        pages.forEach((page, user) -> {
            if (user.equals(ended.user()) && page.getSession() != asking) {
                page.access(() -> page.getPage().setLocation("login"));
            }
        });
    }
}
