package io.polyphony.frontend.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;

/** For addresses that lead nowhere. */
@Tag("main")
@ParentLayout(MainLayout.class)
@PermitAll
class NotFoundView extends PageView implements HasErrorParameter<NotFoundException> {
    NotFoundView() {
        super("Nothing here");
        body(Ui.blank(
                Glyph.SEARCH,
                "This address leads nowhere",
                "It may have been deleted, or belong to a project that you are no member of.",
                Ui.link("", "Back to the overview")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
