package io.polyphony.frontend.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/**
 * The page around every view: theme, icons, the element of charts, and the websocket that brings live updates. The element is
 * here since a page that has no chart when the bundle is made would else not know it.
 */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/shell.css")
@StyleSheet("styles/components.css")
@StyleSheet("styles/pages.css")
@JsModule("./echarts-chart.ts")
@Push(transport = Transport.WEBSOCKET_XHR)
public class PolyphonyShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "icons/polyphony.svg", "any");
        settings.addMetaTag("theme-color", "#0d2b33");
        settings.addMetaTag("referrer", "same-origin");
        settings.addInlineWithContents(ColorSchemeSwitch.RESTORE, Inline.Wrapping.JAVASCRIPT);
    }
}
