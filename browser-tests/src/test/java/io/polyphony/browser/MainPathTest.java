package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's main job as a person does it: sign in, upload, look, start, compare live, promote, ask. */
class MainPathTest extends BrowserTest {
    private static final double TRAINING_MILLIS = 240_000;

    @Test
    void from_sign_in_over_upload_to_comparison_and_a_model(@TempDir Path folder) {
        signIn();
        upload(Tables.reviews(folder, 400));
        startExperiment();
        compare();
        promote();
        assertThat(foreign).as("requests to other hosts").isEmpty();
        assertThat(errors).as("errors in the browser").isEmpty();
    }

    private void upload(Path csv) {
        open("datasets");
        page.locator("vaadin-upload input[type=file]").setInputFiles(csv);
        heading("shop-reviews");
        assertThat(page.getByText("Ready", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible(within(PATIENCE_MILLIS));
        assertThat(page.getByText("lovely").first()).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Profile"))
                .click();
        assertThat(page.getByText("Missing cells")).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Columns"))
                .click();
        assertThat(page.locator(".column-row")).hasCount(5);
    }

    private void startExperiment() {
        click("New experiment");
        heading("What shall be predicted?");
        var targets = page.locator("vaadin-multi-select-combo-box").first();
        assertThat(targets).isVisible();
        choose("recommended");
        choose("rating");
        click("Continue");
        heading("How may inputs be fused?");
        click("Continue");
        heading("How much may it spend?");
        page.getByLabel("Trials").first().fill("6");
        page.getByLabel("Minutes").first().fill("2");
        page.keyboard().press("Tab");
        click("Continue");
        heading("Ready?");
        assertThat(page.locator(".copyblock pre")).containsText("/api/v1/experiments");
        assertThat(page.locator(".copyblock pre")).containsText("recommended");
        click("Start the experiment");
    }

    /** Adds a target unless the wizard suggested it already. */
    private void choose(String column) {
        if (page.locator(".task-row .name", new Page.LocatorOptions().setHasText(Pattern.compile("^" + column + "$")))
                        .count()
                > 0) {
            return;
        }
        var box = page.locator("vaadin-multi-select-combo-box").first();
        box.locator("input").fill(column);
        page.locator("vaadin-multi-select-combo-box-item", new Page.LocatorOptions().setHasText(column))
                .first()
                .click();
        page.keyboard().press("Escape");
        page.locator(".task-row .name", new Page.LocatorOptions().setHasText(column))
                .first()
                .waitFor();
    }

    /** Without a reload: every change below arrives by push. */
    private void compare() {
        assertThat(page.locator("vaadin-grid.comparison")).isVisible();
        assertThat(page.locator(".headline").first()).containsText(Pattern.compile("0\\.\\d+"), text(TRAINING_MILLIS));
        assertThat(page.locator(".headline").nth(1)).containsText(Pattern.compile("\\d"), text(TRAINING_MILLIS));
        assertThat(page.locator("echarts-chart canvas").first()).isVisible();
        assertThat(page.locator(".page-head .state", new Page.LocatorOptions().setHasText("Completed")))
                .isVisible(within(TRAINING_MILLIS));
        assertThat(page.locator("vaadin-grid-cell-content .heat").first()).isVisible();
    }

    private void promote() {
        page.locator(".task-card .list-link").first().click();
        heading("Trial");
        assertThat(page.getByText("right and wrong").first()).isVisible();
        click("Promote to a model");
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Promote"))
                .click();
        heading("Test and validation");
        click("Predict");
        assertThat(page.locator(".panel .headline").first()).not().isEmpty();
    }

    private static LocatorAssertions.IsVisibleOptions within(double millis) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
    }

    private static LocatorAssertions.ContainsTextOptions text(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }
}
