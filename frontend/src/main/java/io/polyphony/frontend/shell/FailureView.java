package io.polyphony.frontend.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import io.polyphony.backend.common.Problem;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;

/** For pages that could not be shown: what went wrong, in the words of the problem. */
@Tag("main")
@ParentLayout(MainLayout.class)
@PermitAll
class FailureView extends PageView implements HasErrorParameter<Exception> {
    FailureView() {
        super("This page could not be shown");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var cause = parameter.getCaughtException();
        var text = Problems.text(cause);
        body(Ui.blank(Glyph.WARNING, "That did not work", text, Ui.link("", "Back to the overview")));
        return cause instanceof Problem problem ? problem.status() : HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
