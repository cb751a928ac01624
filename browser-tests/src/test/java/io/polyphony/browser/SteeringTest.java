package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with a running experiment, and with a model that sees and hears. */
class SteeringTest extends BrowserTest {
    @Test
    void a_running_experiment_pauses_goes_on_grows_and_ends(@TempDir Path folder) {
        signIn();
        var dataset = imported(Tables.reviews(folder, 300));
        open("experiments/" + rest.experiment(dataset, "recommended", Map.of("referees", false), 500));
        state("Running", PATIENCE_MILLIS);
        click("Pause");
        state("Paused", PATIENCE_MILLIS);
        assertThat(tile("Running now")).hasText("0");
        click("Resume");
        state("Running", PATIENCE_MILLIS);
        assertThat(tile("Running now")).hasText(Pattern.compile("[1-9]"));
        click("Extend");
        page.getByLabel("More trials").fill("7");
        confirm("Extend");
        assertThat(tile("Trials")).containsText("/ 507");
        click("Cancel");
        click("End it");
        state("Cancelled", PATIENCE_MILLIS);
        for (var steering : List.of("Pause", "Resume", "Extend", "Cancel")) {
            assertThat(button(steering)).hasCount(0);
        }
        assertThat(tile("Running now")).hasText("0");
    }

    @Test
    void a_model_answers_for_an_image_and_a_sound(@TempDir Path folder) throws IOException {
        signIn();
        var dataset = imported(Media.zip(folder, 80));
        assertThat(page.locator("img.thumb").first()).isVisible();
        open("experiments/" + rest.experiment(dataset, "side", Map.of("referees", false, "epochs", 8), 1));
        state("Completed", TRAINING_MILLIS);
        page.locator(".task-card .list-link").first().click();
        click("Promote to a model");
        confirm("Promote");
        heading("Test and validation");
        give(0, new FilePayload("new.png", "image/png", Media.picture(true, 7)));
        give(1, new FilePayload("new.wav", "audio/wav", Media.sound(true, 7)));
        click("Predict");
        var answer = page.locator(".predict-answer .headline");
        assertThat(answer).hasText(Pattern.compile("left|right"));
        give(1, new FilePayload("no.wav", "audio/wav", new byte[] {1, 2, 3}));
        click("Predict");
        assertThat(page.locator(".predict-answer .notice.bad")).containsText("sound");
    }

    /** Puts a file into the n-th upload field, in place of the one that is there. */
    private void give(int field, FilePayload file) {
        var upload = page.locator(".predict-form vaadin-upload").nth(field);
        var remove = upload.locator("[part='remove-button']");
        if (remove.count() > 0) {
            remove.click();
        }
        upload.locator("input[type=file]").setInputFiles(file);
        assertThat(upload.locator("vaadin-upload-file[complete]")).hasCount(1);
    }

    private String imported(Path file) {
        var dataset = rest.upload(file, rest.defaultProject());
        open("datasets/" + dataset);
        state("Ready", PATIENCE_MILLIS);
        return dataset;
    }

    private Locator tile(String label) {
        return page.locator(".tile", new Page.LocatorOptions().setHasText(label))
                .locator(".value");
    }
}
