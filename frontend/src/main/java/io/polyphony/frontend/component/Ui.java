package io.polyphony.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Small pieces of markup with the design system's classes. */
public final class Ui {
    private Ui() {}

    public static Div div(String classNames, Component... children) {
        var div = new Div(children);
        if (!classNames.isEmpty()) {
            div.addClassNames(classNames.split(" "));
        }
        return div;
    }

    public static Span span(String classNames, String text) {
        var span = new Span(text);
        if (!classNames.isEmpty()) {
            span.addClassNames(classNames.split(" "));
        }
        return span;
    }

    public static Span chip(Glyph glyph, String text) {
        var chip = new Span(glyph.icon(), new Span(text));
        chip.addClassName("chip");
        return chip;
    }

    /** A chip with a colour of {@link Palette} before its text. */
    public static Span voice(String color, String text) {
        var chip = new Span(swatch(color), new Span(text));
        chip.addClassName("chip");
        return chip;
    }

    public static Span swatch(String color) {
        var swatch = new Span();
        swatch.addClassName("swatch");
        swatch.getStyle().set("--c", color);
        return swatch;
    }

    public static Anchor link(String href, String text) {
        var link = new Anchor(href, text);
        link.addClassName("list-link");
        return link;
    }

    public static Button primary(String text, Glyph glyph, Runnable action) {
        var button = button(text, glyph, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button button(String text, Glyph glyph, Runnable action) {
        var button = new Button(text, glyph.icon(), click -> action.run());
        button.setDisableOnClick(false);
        return button;
    }

    /** A button that is only an icon; the label is its tooltip and its name for screen readers. */
    public static Button iconButton(String label, Glyph glyph, Runnable action) {
        var button = new Button(glyph.icon(), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** What to show where there is nothing yet: why, and the way on. */
    public static Div blank(Glyph glyph, String title, String text, Component... actions) {
        var blank = div("blank", div("medal", glyph.icon()), new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            blank.add(div("row", actions));
        }
        return blank;
    }

    /** @param tone "", "warn" or "bad" */
    public static Div notice(String tone, String text) {
        var notice = new Div(tone.isEmpty() ? Glyph.INFO.icon() : Glyph.WARNING.icon(), new Div(text));
        notice.addClassName("notice");
        if (!tone.isEmpty()) {
            notice.addClassName(tone);
            notice.getElement().setAttribute("role", "alert");
        }
        return notice;
    }

    /** Grey bars in the shape of what is coming. */
    public static Div skeleton(int rows) {
        var skeleton = div("stack");
        skeleton.getElement().setAttribute("aria-busy", "true").setAttribute("aria-label", "Loading");
        for (int i = 0; i < rows; i++) {
            var bone = div("bone");
            bone.setHeight(i == 0 ? "72px" : "40px");
            skeleton.add(bone);
        }
        return skeleton;
    }

    public static void tell(String text) {
        Notification.show(text, 4000, Notification.Position.BOTTOM_END);
    }

    public static void tellProblem(String text) {
        var notification = Notification.show(text, 8000, Notification.Position.BOTTOM_END);
        notification.addThemeVariants(NotificationVariant.ERROR);
    }
}
