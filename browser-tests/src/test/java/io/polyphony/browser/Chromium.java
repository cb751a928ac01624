package io.polyphony.browser;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        // Without the last five, Chromium looks for updates and accounts by itself.
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-default-apps")));
    }

    Browser browser() {
        return browser;
    }

    /** Requests past the browser. */
    Rest rest(Platform platform) {
        return new Rest(playwright
                .request()
                .newContext(new APIRequest.NewContextOptions()
                        .setBaseURL(platform.url())
                        .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + platform.token()))));
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv().getOrDefault("POLYPHONY_CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found. Maybe set POLYPHONY_CHROMIUM to its executable."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
