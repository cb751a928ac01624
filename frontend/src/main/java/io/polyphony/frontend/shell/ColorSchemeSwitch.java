package io.polyphony.frontend.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.polyphony.frontend.component.Glyph;

/** Turns light into dark and back, in the browser alone, which remembers the choice; until then the system decides. */
final class ColorSchemeSwitch extends Button {
    /** Runs before the first paint, so that a dark page never flashes light. */
    static final String RESTORE = """
            (() => {
              const wanted = localStorage.getItem('polyphony-color-scheme');
              if (wanted === 'light' || wanted === 'dark') {
                document.documentElement.style.colorScheme = wanted;
                document.documentElement.setAttribute('theme', wanted);
              }
            })();
            """;

    private static final String FLIP = """
            const root = document.documentElement;
            const dark = root.style.colorScheme
                ? root.style.colorScheme === 'dark'
                : window.matchMedia('(prefers-color-scheme: dark)').matches;
            const wanted = dark ? 'light' : 'dark';
            root.style.colorScheme = wanted;
            root.setAttribute('theme', wanted);
            localStorage.setItem('polyphony-color-scheme', wanted);
            """;

    ColorSchemeSwitch() {
        super(Glyph.SUN.icon());
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel("Switch between light and dark");
        setTooltipText("Light or dark");
        getElement().executeJs("this.addEventListener('click', () => {" + FLIP + "})");
    }
}
