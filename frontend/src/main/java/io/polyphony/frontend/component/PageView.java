package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** One screen: where one is, its title, what can be done, and below it a stack of panels. */
public abstract class PageView extends Main implements HasDynamicTitle {
    private final Nav crumbs = new Nav();
    private final H1 title = new H1();
    private final Div beside = new Div(title);
    private final Paragraph lead = new Paragraph();
    private final Div actions = new Div();
    private final Div body = new Div();

    protected PageView(String title) {
        addClassName("page");
        crumbs.addClassName("crumbs");
        crumbs.getElement().setAttribute("aria-label", "Where you are");
        beside.addClassName("title-row");
        lead.addClassName("lead");
        actions.addClassName("actions");
        body.addClassName("stack");
        var titles = new Div(crumbs, beside, lead);
        titles.addClassName("titles");
        var head = new Header(titles, actions);
        head.addClassName("page-head");
        title(title);
        lead("");
        crumbs.setVisible(false);
        super.add(head, body);
    }

    /** The title on the page and in the browser's tab. */
    protected final void title(String text) {
        title.setText(text);
    }

    /** What the page is for, in a sentence; empty for none. */
    protected final void lead(String text) {
        lead.setText(text);
        lead.setVisible(!text.isEmpty());
    }

    /** A step on the way here, outermost first. */
    protected final void crumb(String text, String href) {
        if (crumbs.getComponentCount() > 0) {
            crumbs.add(Glyph.NEXT.icon());
        }
        crumbs.add(new Anchor(href, text));
        crumbs.setVisible(true);
    }

    /** Small things right of the title, like a state. */
    protected final void besideTitle(Component... components) {
        beside.removeAll();
        beside.add(title);
        beside.add(components);
    }

    protected final void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    /** Replaces everything below the head. */
    protected final void body(Component... components) {
        body.removeAll();
        body.add(components);
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · Polyphony";
    }
}
