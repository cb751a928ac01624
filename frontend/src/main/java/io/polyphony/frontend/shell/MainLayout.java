package io.polyphony.frontend.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.UserService;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import jakarta.annotation.security.PermitAll;

/** The frame around every view but the sign-in: a rail of navigation, a drawer on small screens. */
@Layout
@PermitAll
class MainLayout extends AppLayout {
    MainLayout(CurrentActor currentActor, UserService users) {
        setPrimarySection(Section.DRAWER);
        var actor = currentActor.get();
        var rail = Ui.div("rail", new Brand(), work(), team(actor), Ui.div("spring"), new WhoAmI(actor, users));
        addToDrawer(rail);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        addToNavbar(Ui.div("topbar", toggle, new Brand()));
    }

    private static SideNav work() {
        var nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Work");
        nav.addItem(
                item("Overview", "", Glyph.OVERVIEW, false),
                item("Data sets", "datasets", Glyph.DATASET, true),
                item("Experiments", "experiments", Glyph.EXPERIMENT, true),
                item("Models", "models", Glyph.MODEL, true));
        return nav;
    }

    private static SideNav team(Actor actor) {
        var nav = new SideNav("Team");
        nav.addItem(item("Projects", "projects", Glyph.PROJECT, true), item("API tokens", "tokens", Glyph.KEY, true));
        if (actor.admin()) {
            nav.addItem(item("Users", "users", Glyph.USERS, true), item("Audit log", "audit", Glyph.LOG, true));
        }
        return nav;
    }

    private static SideNavItem item(String label, String path, Glyph glyph, boolean nested) {
        var item = new SideNavItem(label, path, glyph.icon());
        item.setMatchNested(nested);
        return item;
    }
}
