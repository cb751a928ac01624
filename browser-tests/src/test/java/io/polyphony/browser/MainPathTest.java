package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's main job as a person does it: sign in, upload, look, start, compare live, promote, ask. */
class MainPathTest extends BrowserTest {
    /** Where the parallel coordinates begin, in pixels from the chart's left and upper edge. */
    private static final double FIRST_AXIS = 60;

    private static final double ABOVE_AXES = 66;

    @Test
    void from_sign_in_over_upload_to_comparison_and_a_model(@TempDir Path folder) {
        signIn();
        upload(Tables.reviews(folder, 400));
        startExperiment();
        compare();
        brush();
        promoteTogether();
        promote();
    }

    private void upload(Path csv) {
        open("datasets");
        page.locator("vaadin-upload input[type=file]").setInputFiles(csv);
        heading("shop-reviews");
        assertThat(page.getByText("Ready", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible(within(PATIENCE_MILLIS));
        assertThat(page.getByText("lovely").first()).isVisible();
        tab("Profile");
        assertThat(page.getByText("Missing cells")).isVisible();
        tab("Columns");
        assertThat(page.locator(".column-row")).hasCount(5);
        correct();
    }

    /** The department shall not be learned from: a new version says so. */
    private void correct() {
        var department = page.locator(".column-row").nth(1);
        assertThat(department.locator(".name")).hasText("department");
        choose(department.locator("vaadin-select").last(), "Ignore");
        click("Save 1 change as a new version");
        assertThat(page.locator(".lead")).containsText("Version 2");
        assertThat(page.locator(".crumbs a")).hasCount(1);
        tab("Columns");
        assertThat(department.locator("vaadin-select").last()).containsText("Ignore");
    }

    private void startExperiment() {
        click("New experiment");
        heading("What shall be predicted?");
        var targets = page.locator("vaadin-multi-select-combo-box").first();
        assertThat(targets).isVisible();
        choose("recommended");
        choose("rating");
        assertThat(page.locator(".task-row .name")).hasText(new String[] {"recommended", "rating"});
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
        state("Completed", TRAINING_MILLIS);
        assertThat(page.locator("vaadin-grid-cell-content .heat").first()).isVisible();
    }

    /** Dragging along the upper part of the first axis keeps the trials with the fusions there; a click lets all pass again. */
    private void brush() {
        var count = page.getByText(Pattern.compile("^\\d+ (trials|of \\d+)$"));
        assertThat(count).hasText(Pattern.compile("^\\d+ trials$"));
        var chart = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Parallel coordinates"))
                .first();
        chart.scrollIntoViewIfNeeded();
        var box = chart.boundingBox();
        double axis = box.x + FIRST_AXIS;
        double top = box.y + ABOVE_AXES;
        page.mouse().move(axis, top);
        page.mouse().down();
        page.mouse().move(axis, top + 0.45 * (box.height - ABOVE_AXES), new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        assertThat(count).hasText(Pattern.compile("^\\d+ of \\d+$"));
        page.mouse().click(axis, box.y + box.height - 30);
        assertThat(count).hasText(Pattern.compile("^\\d+ trials$"));
    }

    private void promoteTogether() {
        click("Promote an ensemble");
        confirm("Promote");
        heading("Members");
        heading("Test and validation");
        page.waitForURL(Pattern.compile("/models/"));
        page.goBack();
        state("Completed", PATIENCE_MILLIS);
    }

    private void promote() {
        page.locator(".task-card .list-link").first().click();
        heading("Trial");
        assertThat(page.getByText("right and wrong").first()).isVisible();
        click("Promote to a model");
        confirm("Promote");
        heading("Test and validation");
        click("Predict");
        assertThat(page.locator(".panel .headline").first()).not().isEmpty();
        click("Why?");
        page.getByText("Of a row that tells nothing").first().waitFor();
    }

    private static LocatorAssertions.ContainsTextOptions text(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }
}
