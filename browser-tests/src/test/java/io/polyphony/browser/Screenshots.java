package io.polyphony.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes every page of a running platform at 1440 and 390 pixels, light and dark, for eyes to judge.
 * Arguments: address, admin's password, folder for the pictures, and, to try a style without a build, a folder of style sheets.
 */
final class Screenshots {
    private static final Map<String, Integer> WIDTHS = Map.of("wide", 1440, "phone", 390);

    /** How many of each kind are taken. */
    private static final int EACH = 3;

    private final String url;
    private final String password;
    private final Path folder;
    private final List<String> only;
    private final String styles;

    private Screenshots(String[] arguments) {
        url = arguments[0];
        password = arguments[1];
        folder = Path.of(arguments[2]);
        styles = arguments.length > 3 ? arguments[3] : "";
        only = arguments.length > 4 ? List.of(arguments[4].split(",")) : List.of();
    }

    public static void main(String[] arguments) {
        try (var chromium = new Chromium()) {
            new Screenshots(arguments).takeAll(chromium.browser());
        }
    }

    private void takeAll(Browser browser) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            WIDTHS.forEach((size, width) -> {
                var name = "-" + size + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
                if (only.isEmpty() || only.stream().anyMatch(name::contains)) {
                    take(browser, scheme, width, name);
                }
            });
        }
    }

    private void take(Browser browser, ColorScheme scheme, int width, String suffix) {
        try (var context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
            var page = context.newPage();
            if (!styles.isEmpty()) {
                page.route("**/styles/*.css", this::restyle);
            }
            page.navigate(url + "/login");
            page.getByLabel("User name").waitFor();
            shoot(page, "login" + suffix);
            page.getByLabel("User name").fill("admin");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(password);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview"))
                    .first()
                    .waitFor();
            var pages = pages(page);
            pages.forEach((name, path) -> visit(page, name + suffix, path));
            dialogs(page, pages, suffix);
            tabs(page, suffix);
            wizard(page, suffix);
        }
    }

    private void restyle(Route route) {
        var address = route.request().url();
        var file = address.substring(address.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
        route.fulfill(new Route.FulfillOptions().setPath(Path.of(styles, file)).setContentType("text/css"));
    }

    private Map<String, String> pages(Page page) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("overview", "");
        for (var list : List.of("datasets", "experiments", "models", "projects")) {
            pages.put(list, list);
            page.navigate(url + "/" + list);
            settle(page);
            var links = page.locator("a.card");
            for (int i = 0; i < Math.min(EACH, links.count()); i++) {
                var name = list.substring(0, list.length() - 1) + (i == 0 ? "" : "-" + (i + 1));
                pages.put(name, String.valueOf(links.nth(i).getAttribute("href")));
            }
        }
        for (var experiment : List.of("experiment", "experiment-2")) {
            if (pages.containsKey(experiment)) {
                page.navigate(url + "/" + pages.get(experiment));
                settle(page);
                var trial = page.locator(".task-card .list-link");
                if (trial.count() > 0) {
                    pages.put(
                            experiment.replace("experiment", "trial"),
                            String.valueOf(trial.first().getAttribute("href")));
                }
            }
        }
        pages.putAll(Map.of("tokens", "tokens", "users", "users", "audit", "audit", "missing", "nowhere"));
        return pages;
    }

    private void tabs(Page page, String suffix) {
        page.navigate(url + "/datasets");
        settle(page);
        int sets = Math.min(EACH, page.locator("a.card").count());
        for (int set = 0; set < sets; set++) {
            page.navigate(url + "/datasets");
            settle(page);
            page.locator("a.card").nth(set).click();
            page.locator(".crumbs").waitFor();
            settle(page);
            for (var tab : List.of("Columns", "Profile", "Versions")) {
                var found = page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab));
                if (found.count() > 0) {
                    found.click();
                    settle(page);
                    shoot(page, "dataset-" + (set + 1) + "-" + tab.toLowerCase(java.util.Locale.ROOT) + suffix);
                }
            }
        }
    }

    /** Dialogs by the button that opens them, and the drawer of a small screen. */
    private void dialogs(Page page, Map<String, String> pages, String suffix) {
        var openers = new LinkedHashMap<String, String>();
        openers.put("projects", "New project");
        openers.put("users", "Add a user");
        openers.put("tokens", "New token");
        openers.put("experiment", "Extend");
        openers.put("overview", "My account");
        openers.forEach((name, button) -> {
            if (pages.containsKey(name)) {
                page.navigate(url + "/" + pages.get(name));
                settle(page);
                var menu = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
                if (button.equals("My account") && menu.isVisible()) {
                    menu.click();
                    page.waitForTimeout(500);
                    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("drawer" + suffix)));
                }
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                        .first()
                        .click();
                page.waitForTimeout(600);
                page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("dialog-" + name + suffix)));
            }
        });
    }

    private void wizard(Page page, String suffix) {
        page.navigate(url + "/experiments/new");
        settle(page);
        shoot(page, "wizard-1" + suffix);
        var option = page.locator("vaadin-radio-button");
        if (option.count() == 0) {
            return;
        }
        option.first().click();
        for (int step = 2; step <= 5; step++) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                    .click();
            settle(page);
            shoot(page, "wizard-" + step + suffix);
        }
    }

    private void visit(Page page, String name, String path) {
        page.navigate(url + "/" + path);
        settle(page);
        shoot(page, name);
    }

    private static void settle(Page page) {
        page.locator("h1").first().waitFor();
        page.waitForFunction(
                "() => !window.Vaadin || !Object.values(window.Vaadin.Flow?.clients ?? {}).some(c => c.isActive?.())");
        page.waitForTimeout(900);
    }

    /** The whole page, however long: the layout scrolls inside, so the window grows first. */
    private void shoot(Page page, String name) {
        folder.toFile().mkdirs();
        int width = page.viewportSize().width;
        var height = (Number)
                page.evaluate(
                        "() => Math.max(document.documentElement.scrollHeight, ...[...document.querySelectorAll('.page, .signin, [content]')].map(e => e.scrollHeight))");
        page.setViewportSize(width, Math.clamp(height.intValue() + 20L, 900, 4200));
        page.waitForTimeout(500);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)));
        page.setViewportSize(width, 900);
        if (!Files.exists(folder.resolve(name))) {
            throw new IllegalStateException("No picture " + name);
        }
    }
}
