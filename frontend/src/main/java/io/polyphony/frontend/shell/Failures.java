package io.polyphony.frontend.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a click threw becomes a message; the page stays. */
@ApplicationScoped
class Failures implements ErrorHandler {
    void install(@Observes ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var text = Problems.text(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Ui.tellProblem(text));
        }
    }
}
