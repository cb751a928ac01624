package io.polyphony.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One platform and one browser for the class, a fresh context (cookies, storage) for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    static final double PATIENCE_MILLIS = 60_000;

    Platform platform;
    Chromium chromium;
    BrowserContext context;
    Page page;
    final List<String> foreign = new ArrayList<>();
    final List<String> errors = new ArrayList<>();

    @BeforeAll
    void startPlatform() {
        platform = Platform.start();
        chromium = new Chromium();
    }

    @BeforeEach
    void openPage() {
        context = chromium.browser().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onRequest(request -> {
            var address = request.url();
            if (!address.startsWith(platform.url()) && !address.startsWith("data:") && !address.startsWith("blob:")) {
                foreign.add(address);
            }
        });
        page.onPageError(errors::add);
    }

    @AfterEach
    void closePage() {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        System.getProperty("polyphony.screenshots", "target/screenshots"),
                        getClass().getSimpleName() + ".png")));
        context.close();
    }

    @AfterAll
    void stopPlatform() {
        chromium.close();
        platform.close();
    }

    void open(String path) {
        page.navigate(platform.url() + "/" + path);
    }

    void signIn() {
        open("login");
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(platform.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        heading("Overview");
    }

    void heading(String text) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                .first()
                .waitFor();
    }

    void click(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
