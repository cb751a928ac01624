package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project brings a network along that others trained. */
class EncoderTest extends BrowserTest {
    /** Two numbers times a matrix: an embedding of five. */
    private static final String NETWORK =
            "CAg6dwoRCgF4CgFNEgF5IgZNYXRNdWwSAWcqMwgCCAUQAUIBTUoob3qsP60b27+vVDjA0vMNvVXB6b4xxipAihQgvRpJtLwNPiU/xDUtPloU"
                    + "CgF4Eg8KDQgBEgkKAxIBbgoCCAJiFAoBeRIPCg0IARIJCgMSAW4KAggFQgQKABAN";

    @Test
    void an_onnx_file_is_refused_with_a_reason_or_can_be_chosen(@TempDir Path folder) {
        signIn();
        open("projects/" + rest.defaultProject() + "/encoders");
        heading("Bring one along");
        choose(page.locator("vaadin-select").first(), "The numbers of a table");
        give("none.onnx", "no network at all".getBytes(StandardCharsets.US_ASCII));
        click("Add the encoder");
        assertThat(page.locator(".notice.bad")).containsText("ONNX");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("small-one");
        page.getByLabel("Numbers", new Page.GetByLabelOptions().setExact(true)).fill("2");
        give("Small one.onnx", Base64.getDecoder().decode(NETWORK));
        click("Add the encoder");
        assertThat(page.locator(".person")).containsText("reads 2 numbers of a table, says 5 numbers");

        var dataset = rest.upload(Tables.reviews(folder, 60), rest.defaultProject());
        open("datasets/" + dataset);
        state("Ready", PATIENCE_MILLIS);
        click("New experiment");
        click("Continue");
        assertThat(page.locator("vaadin-checkbox", new Page.LocatorOptions().setHasText("Uploaded and never trained")))
                .containsText("small-one");
    }

    /** In place of the file that is there. */
    private void give(String name, byte[] content) {
        var remove = page.locator("vaadin-upload [part='remove-button']");
        if (remove.count() > 0) {
            remove.click();
        }
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
        assertThat(page.locator("vaadin-upload-file[complete]")).hasCount(1);
    }
}
