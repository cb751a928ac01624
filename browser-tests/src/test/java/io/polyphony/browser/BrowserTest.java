package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fresh context (cookies, storage) for each test; at its end no script may have failed and nothing been asked elsewhere. */
@ExtendWith(OnePlatform.class)
abstract class BrowserTest {
    static final double PATIENCE_MILLIS = 60_000;
    static final double TRAINING_MILLIS = 240_000;

    Platform platform;
    Chromium chromium;
    Rest rest;
    BrowserContext context;
    Page page;
    private final List<String> foreign = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> console = new ArrayList<>();

    @BeforeEach
    void openPage(Platform onePlatform, Chromium oneChromium) {
        // What a page shows comes when the platform has time for it, beside two trials that train.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        platform = onePlatform;
        chromium = oneChromium;
        rest = chromium.rest(platform);
        context = browser();
        page = newPage(context);
    }

    @AfterEach
    void closePage(TestInfo test) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        System.getProperty("polyphony.screenshots", "target/screenshots"),
                        test.getTestMethod().orElseThrow().getName() + ".png")));
        context.close();
        rest.close();
        assertThat(foreign).as("requests to other hosts").isEmpty();
        assertThat(errors).as("errors in the browser").isEmpty();
    }

    /** Another person's browser. */
    BrowserContext browser() {
        var fresh = chromium.browser().newContext();
        fresh.setDefaultTimeout(PATIENCE_MILLIS);
        return fresh;
    }

    Page newPage(BrowserContext in) {
        var fresh = in.newPage();
        fresh.onRequest(request -> {
            var address = request.url();
            if (!address.startsWith(platform.url()) && !address.startsWith("data:") && !address.startsWith("blob:")) {
                foreign.add(address);
            }
        });
        fresh.onPageError(errors::add);
        fresh.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        return fresh;
    }

    /** What a person reads on the page. */
    String text() {
        return page.locator("body").innerText();
    }

    /** What the browser's console said since the test began. */
    List<String> console() {
        return List.copyOf(console);
    }

    void open(String path) {
        page.navigate(platform.url() + "/" + path);
    }

    void signIn() {
        signIn(page, "admin", platform.password());
    }

    void signIn(Page in, String name, String password) {
        in.navigate(platform.url() + "/login");
        in.getByLabel("User name").fill(name);
        in.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        in.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        heading(in, "Overview");
    }

    void heading(String text) {
        heading(page, text);
    }

    static void heading(Page in, String text) {
        in.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                .first()
                .waitFor();
    }

    void click(String button) {
        button(button).first().click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Presses a button of the open dialog. */
    void confirm(String button) {
        page.locator("vaadin-dialog[opened]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    /** Chooses an item of a select. */
    void choose(Locator select, String item) {
        select.click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    /** Waits for the state beside the page's title. */
    void state(String state, double millis) {
        assertThat(page.locator(".page-head .state", new Page.LocatorOptions().setHasText(state)))
                .isVisible(within(millis));
    }

    static LocatorAssertions.IsVisibleOptions within(double millis) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
    }
}
