package io.polyphony.frontend.security;

import com.vaadin.flow.router.Route;
import io.polyphony.backend.security.AuditFilter;
import io.polyphony.backend.security.AuditService;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.frontend.component.PageView;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;

/** Every write of the instance; who is no administrator sees the own ones. */
@Route("audit")
@PermitAll
class AuditView extends PageView {
    AuditView(AuditService audit, CurrentActor currentActor) {
        super("Audit log");
        var actor = currentActor.get();
        lead(
                actor.admin()
                        ? "Every write, by whom and with which token, newest first."
                        : "What you changed, newest first.");
        body(Ui.div("panel padded", new AuditList(request -> audit.page(actor, new AuditFilter(null, null), request))));
    }
}
